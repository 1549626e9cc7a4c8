use axum::Router;
use concentric::{Next, Request, Response, app, middleware};

#[middleware]
async fn rewrite(req: Request, next: Next) -> Response {
    next.run(req).await
}

async fn index() {}

app! {
    fn site() -> Router before_routing [rewrite] {
        GET "/" => index,
    }
}

fn main() {
    let _: Router = site();
}
