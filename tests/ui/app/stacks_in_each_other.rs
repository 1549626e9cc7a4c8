use axum::Router;
use concentric::{Next, Request, Response, app, middleware};

#[middleware]
async fn session(req: Request, next: Next) -> Response {
    next.run(req).await
}

async fn index() {}

app! {
    fn site() -> Router {
        stack browser = [session, ..forms],
        stack forms = [..browser],
        GET "/" => index with [..browser],
    }
}

fn main() {
    let _: Router = site();
}
