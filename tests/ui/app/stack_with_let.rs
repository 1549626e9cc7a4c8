use axum::Router;
use concentric::{Next, Request, Response, app, middleware};

#[middleware]
async fn log(req: Request, next: Next) -> Response {
    next.run(req).await
}

async fn index() {}

app! {
    fn site() -> Router {
        let logged = [log];
        GET "/" => index with [..logged],
    }
}

fn main() {
    let _: Router = site();
}
