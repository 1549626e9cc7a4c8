use axum::{Extension, Router};
use concentric::{Next, Provided, Request, Response, app, middleware};

#[derive(Clone)]
struct User;

#[middleware]
async fn authenticate(req: Request, next: Next<User>) -> Response {
    next.provide(User).run(req).await
}

async fn index(_: Provided<User>) {}

app! {
    fn site(strict: bool) -> Router with [authenticate if strict else Extension(User)] {
        GET "/" => index,
    }
}

fn main() {}
