use axum::Router;
use concentric::{Next, Provided, Request, Response, app, middleware};

#[derive(Clone)]
struct User;

#[middleware]
async fn require(#[config] _role: &u8, _: Provided<User>, req: Request, next: Next) -> Response {
    next.run(req).await
}

app! {
    fn site(strict: bool) -> Router with [require(1) if strict else require(2)] {}
}

fn main() {}
