use axum::Router;
use concentric::{Next, Request, Response, app, middleware};

#[derive(Clone)]
struct User;

#[middleware]
async fn authenticate(req: Request, next: Next<User>) -> Response {
    next.provide(User).run(req).await
}

#[middleware]
async fn pretend(req: Request, next: Next<User>) -> Response {
    next.provide(User).run(req).await
}

#[derive(Clone)]
struct Order;

#[middleware]
async fn load_order(req: Request, next: Next<Order>) -> Response {
    next.provide(Order).run(req).await
}

app! {
    fn site(strict: bool) -> Router
    with [authenticate if strict else pretend if cfg!(test) else load_order] {}
}

fn main() {}
