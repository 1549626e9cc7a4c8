use axum::Router;
use concentric::{Next, Provided, Request, Response, app, middleware};

#[derive(Clone)]
struct Session;

#[middleware]
async fn csrf(_: Provided<Session>, req: Request, next: Next) -> Response {
    next.run(req).await
}

async fn index() {}

app! {
    fn site() -> Router {
        stack forms = [csrf],
        GET "/" => index with [..forms],
    }
}

fn main() {
    let _: Router = site();
}
