#![deny(dead_code)]

use axum::Router;
use concentric::{Next, Request, Response, app, handler, middleware};

#[middleware]
async fn listed(req: Request, next: Next) -> Response {
    next.run(req).await
}

#[middleware]
async fn authenticate(req: Request, next: Next) -> Response {
    next.run(req).await
}

#[middleware]
async fn limit(#[config] most: &usize, req: Request, next: Next) -> Response {
    let _ = most;
    next.run(req).await
}

#[middleware]
async fn log(#[config(default = true)] is_short: &bool, req: Request, next: Next) -> Response {
    let _ = is_short;
    next.run(req).await
}

#[handler]
async fn index() {}

#[handler]
async fn about() {}

app! {
    fn site() -> Router with [listed] {
        GET "/" => index,
    }
}

fn main() {
    let _: Router = site();
}
