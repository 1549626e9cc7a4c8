use axum::Router;
use concentric::app;

async fn old() {}
async fn new() {}

app! {
    fn site(is_new: bool) -> Router {
        GET "/" => new if is_new else old,
    }
}

fn main() {}
