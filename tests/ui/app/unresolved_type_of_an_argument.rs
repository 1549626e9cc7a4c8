use axum::{Formm as Form, Router};
use concentric::{Next, Provided, Request, Response, app, middleware};

#[derive(Clone)]
struct CurrentUser;

#[middleware]
async fn current_user(req: Request, next: Next<CurrentUser>) -> Response {
    next.provide(CurrentUser).run(req).await
}

#[middleware(inside(current_user))]
async fn audit(req: Request, next: Next) -> Response {
    next.run(req).await
}

async fn show(_: Form<u32>) {}

async fn index(_: Provided<CurrentUser>) {}

app! {
    fn site() -> Router {
        GET "/show" => show,
        GET "/a" => index with [current_user, audit],
        GET "/b" => index with [current_user],
    }
}

fn main() {}
