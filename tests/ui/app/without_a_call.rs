use axum::Router;
use concentric::{Next, Request, Response, app, middleware};

#[middleware]
async fn limit(#[config] _most: &u32, req: Request, next: Next) -> Response {
    next.run(req).await
}

async fn index() {}

app! {
    fn site() -> Router with [limit(3)] {
        GET "/" => index without [limit(3)],
    }
}

fn main() {
    let _: Router = site();
}
