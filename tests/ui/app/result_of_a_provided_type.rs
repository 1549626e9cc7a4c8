use axum::Router;
use concentric::{Next, Provided, Request, Response, app, middleware};

#[derive(Clone)]
struct User;

#[middleware]
async fn authenticate(req: Request, next: Next<User>) -> Response {
    next.provide(User).run(req).await
}

async fn show(_: Result<Provided<User>, ()>) {}

app! {
    fn site() -> Router with [authenticate] {
        GET "/" => show,
    }
}

fn main() {}
