use axum::Router;
use concentric::{Next, Provided, Request, Response, app, middleware};

#[derive(Clone)]
struct CurrentUser;

#[middleware]
async fn authenticate(req: Request, next: Next<CurrentUser>) -> Response {
    next.provide(CurrentUser).run(req).await
}

async fn show_account(_: Provided<CurrentUser>) {}

app! {
    fn site() -> Router {
        scope "/account" with [authenticate] {
            GET "/" => show_account without [authenticate],
        }
    }
}

fn main() {
    let _: Router = site();
}
