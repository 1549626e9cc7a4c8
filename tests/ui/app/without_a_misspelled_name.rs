use axum::Router;
use concentric::{Next, Request, Response, app, middleware};

#[middleware]
async fn authenticate(req: Request, next: Next) -> Response {
    next.run(req).await
}

async fn index() {}

app! {
    fn site() -> Router with [authenticate] {
        GET "/" => index without [autenticate],
    }
}

fn main() {
    let _: Router = site();
}
