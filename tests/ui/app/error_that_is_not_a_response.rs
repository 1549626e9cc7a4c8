use axum::Router;
use concentric::app;

#[derive(Debug)]
struct Failed;

async fn show() -> Result<String, Failed> {
    Err(Failed)
}

app! {
    fn site() -> Router {
        GET "/" => show,
    }
}

fn main() {}
