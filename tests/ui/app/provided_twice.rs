use axum::Router;
use concentric::{Next, Request, Response, app, middleware};

#[derive(Clone)]
struct User;

#[middleware]
async fn authenticate(req: Request, next: Next<User>) -> Response {
    next.provide(User).run(req).await
}

#[middleware]
async fn impersonate(req: Request, next: Next<(u32, User)>) -> Response {
    next.provide((1, User)).run(req).await
}

app! {
    fn site() -> Router with [authenticate] {
        scope "/admin" with [impersonate] {}
    }
}

fn main() {}
