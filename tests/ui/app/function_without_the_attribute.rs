use axum::Router;
use concentric::{Request, app};

async fn log(req: Request) -> Request {
    req
}

app! {
    fn site() -> Router with [log] {}
}

fn main() {}
