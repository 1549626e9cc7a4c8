use axum::Router;
use concentric::app;

async fn show() -> (u16, &'static str) {
    (201, "created")
}

app! {
    fn site() -> Router {
        GET "/" => show,
    }
}

fn main() {}
