use axum::Router;
use concentric::app;

struct Reply;

async fn index() -> Reply {
    Reply
}

app! {
    fn site() -> Router {
        GET "/" => index,
    }
}

fn main() {}
