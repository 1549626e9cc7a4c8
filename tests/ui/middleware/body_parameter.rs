use concentric::{Next, Response, app, middleware};

#[middleware]
async fn log<B: Send>(req: axum::http::Request<B>, next: Next<B>) -> Response {
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
