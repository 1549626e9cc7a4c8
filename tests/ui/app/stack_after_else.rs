use axum::Router;
use concentric::{Next, Request, Response, app, middleware};

#[middleware]
async fn pass(req: Request, next: Next) -> Response {
    next.run(req).await
}

app! {
    fn site(strict: bool) -> Router {
        stack browser = [pass],
        GET "/" => async || "index" with [pass if strict else ..browser],
    }
}

fn main() {}
