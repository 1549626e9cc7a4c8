#![deny(unused_variables)]

use axum::Router;
use concentric::{Next, Request, Response, app, middleware};

#[middleware]
async fn session(req: Request, next: Next) -> Response {
    next.run(req).await
}

async fn index() {}

app! {
    fn site() -> Router {
        stack session = [session],
        GET "/" => index,
    }
}

fn main() {
    let _: Router = site();
    let _ = session;
}
