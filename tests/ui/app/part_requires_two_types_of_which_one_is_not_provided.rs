use axum::Router;
use concentric::{Next, Part, Request, Response, app, middleware};

#[derive(Clone)]
struct CurrentUser;

#[derive(Clone)]
struct Tenant;

#[middleware]
async fn authenticate(req: Request, next: Next<CurrentUser>) -> Response {
    next.provide(CurrentUser).run(req).await
}

app! {
    fn orders() -> Part<(CurrentUser, Tenant)> {
        GET "/" => async || "orders",
    }
}

app! {
    fn shop() -> Router with [authenticate] {
        include orders(),
    }
}

fn main() {}
