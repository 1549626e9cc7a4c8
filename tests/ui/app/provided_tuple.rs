use axum::Router;
use concentric::{Next, Provided, Request, Response, app, middleware};

#[derive(Clone)]
struct User;

#[derive(Clone)]
struct Tenant;

#[middleware]
async fn authenticate(req: Request, next: Next<(User, Tenant)>) -> Response {
    next.provide((User, Tenant)).run(req).await
}

async fn show(_: Provided<(User, Tenant)>) {}

app! {
    fn site() -> Router with [authenticate] {
        GET "/" => show,
    }
}

fn main() {}
