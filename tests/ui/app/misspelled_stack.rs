use axum::Router;
use concentric::{Next, Request, Response, app, middleware};

#[middleware]
async fn session(req: Request, next: Next) -> Response {
    next.run(req).await
}

async fn index() {}

app! {
    fn site() -> Router {
        stack browser = [session],
        GET "/a" => index with [..browser],
        GET "/b" => index with [..brwser],
    }
}

fn main() {
    let _: Router = site();
}
