use axum::Router;
use concentric::{Next, Request, Response, app, middleware};

#[middleware]
async fn auth(req: Request, next: Next) -> Response {
    next.run(req).await
}

async fn index() {}

app! {
    fn site() -> Router {
        GET "/" => index [auth],
    }
}

fn main() {
    let _: Router = site();
}
