// Error: a middleware that provides two types is listed twice.

use axum::Router;
use concentric::{Next, Request, Response, app, middleware};

app! {
    fn site() -> Router with [theme, theme] {
        GET "/" => index,
    }
}

#[derive(Clone)]
struct Light;

#[derive(Clone)]
struct Dark;

#[middleware]
async fn theme(req: Request, next: Next<(Light, Dark)>) -> Response {
    next.provide((Light, Dark)).run(req).await
}

async fn index() {}

fn main() {}
