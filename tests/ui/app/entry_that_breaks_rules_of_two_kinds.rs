// Error: the first of several rules that the entry breaks.

use axum::Router;
use concentric::{Next, Request, Response, app, middleware};

app! {
    fn site() -> Router with [first, second] {
        GET "/" => index,
    }
}

#[derive(Clone)]
struct Theme;

#[middleware]
async fn first(req: Request, next: Next<Theme>) -> Response {
    next.provide(Theme).run(req).await
}

#[middleware(outside(first))]
async fn second(req: Request, next: Next<Theme>) -> Response {
    next.provide(Theme).run(req).await
}

async fn index() {}

fn main() {}
