use axum::{Router, response::IntoResponse};
use concentric::app;

async fn show() -> Box<dyn IntoResponse> {
    unimplemented!()
}

app! {
    fn site() -> Router {
        GET "/" => show,
    }
}

fn main() {}
