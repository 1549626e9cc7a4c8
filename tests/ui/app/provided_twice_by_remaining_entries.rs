use axum::Router;
use concentric::{Next, Request, Response, app, middleware};

#[derive(Clone)]
struct User;

#[middleware]
async fn log(req: Request, next: Next) -> Response {
    next.run(req).await
}

#[middleware]
async fn authenticate(req: Request, next: Next<User>) -> Response {
    next.provide(User).run(req).await
}

#[middleware]
async fn guest(req: Request, next: Next<User>) -> Response {
    next.provide(User).run(req).await
}

async fn index() {}

app! {
    fn site() -> Router with [log, authenticate] {
        GET "/" => index without [log] with [guest],
    }
}

fn main() {
    let _: Router = site();
}
