use axum::Router;
use concentric::app;

struct Failed;

fn index() -> Result<&'static str, Failed> {
    Ok("index")
}

app! {
    fn site() -> Router {
        GET "/" => index(),
    }
}

fn main() {}
