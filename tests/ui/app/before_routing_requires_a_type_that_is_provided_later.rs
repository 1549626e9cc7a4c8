use axum::Router;
use concentric::{Next, Provided, Request, Response, app, middleware};

#[derive(Clone)]
struct CurrentUser;

#[middleware]
async fn authenticate(req: Request, next: Next<CurrentUser>) -> Response {
    next.provide(CurrentUser).run(req).await
}

#[middleware]
async fn rewrite_by_user(_: Provided<CurrentUser>, req: Request, next: Next) -> Response {
    next.run(req).await
}

async fn index() {}

app! {
    fn site() -> Router before routing [rewrite_by_user] with [authenticate] {
        GET "/" => index,
    }
}

fn main() {
    let _: Router = site();
}
