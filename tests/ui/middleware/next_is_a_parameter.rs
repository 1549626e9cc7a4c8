use concentric::{Request, Response, app, middleware};

#[middleware]
async fn log<F: AsyncFn(Request) -> Response>(req: Request, next: F) -> Response {
    next(req).await
}

app! {
    fn site() -> axum::Router with [log] {
        GET "/" => async || "Hello",
    }
}

fn main() {
    site();
}
