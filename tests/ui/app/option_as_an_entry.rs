use axum::Router;
use concentric::{Next, Request, Response, app, middleware};

#[middleware]
async fn log(req: Request, next: Next) -> Response {
    next.run(req).await
}

app! {
    fn site() -> Router with [Some(log())] {}
}

fn main() {}
