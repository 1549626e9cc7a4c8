use axum::Router;
use concentric::app;

async fn show(_id: u32, _name: String) {}

app! {
    fn site() -> Router {
        GET "/" => show,
    }
}

fn main() {}
