use axum::Router;
use concentric::app;

async fn show() -> Option<String> {
    None
}

app! {
    fn site() -> Router {
        GET "/" => show,
    }
}

fn main() {}
