use axum::Router;
use concentric::{Next, Request, Response, app, middleware};

#[middleware]
async fn log(req: Request, next: Next) -> Response {
    next.run(req).await
}

#[middleware(requires(log))]
async fn require(#[config] _role: &u8, req: Request, next: Next) -> Response {
    next.run(req).await
}

app! {
    fn site(strict: bool) -> Router with [require(1) if strict else require(2)] {}
}

fn main() {}
