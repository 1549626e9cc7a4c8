use axum::Router;
use concentric::{Next, Provided, Request, Response, app, middleware};

#[derive(Clone)]
struct User;

#[middleware]
async fn authenticate(req: Request, next: Next<User>) -> Response {
    next.provide(User).run(req).await
}

async fn account(_: Provided<User>) {}

app! {
    fn site(strict: bool) -> Router with [authenticate if strict] {
        GET "/" => account,
    }
}

fn main() {
    let _: Router = site(true);
}
