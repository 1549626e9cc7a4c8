// Error: a misspelled entry, and nothing about the part inside of it.

use axum::Router;
use concentric::{Next, Part, Provided, Request, Response, app, middleware};

app! {
    fn site() -> Router with [autenticate] {
        scope "/v1" {
            include orders(),
        }
    }
}

app! {
    fn orders() -> Part<User> {
        GET "/orders" => index,
    }
}

#[derive(Clone)]
struct User;

#[middleware]
async fn authenticate(req: Request, next: Next<User>) -> Response {
    next.provide(User).run(req).await
}

async fn index(_: Provided<User>) {}

fn main() {}
