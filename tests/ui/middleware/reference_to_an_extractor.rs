use concentric::{Next, Request, Response, app, middleware};
use axum::http::HeaderMap;

#[middleware]
async fn log(headers: &HeaderMap, req: Request, next: Next) -> Response {
    next.run(req).await
}

app! {
    fn site() -> axum::Router with [log] {
        GET "/" => async || "Hello",
    }
}

fn main() {
    site();
}
