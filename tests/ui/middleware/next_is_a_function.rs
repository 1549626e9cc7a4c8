use concentric::{Request, Response, app, middleware};

#[middleware]
async fn log(req: Request, next: impl AsyncFn(Request) -> Response) -> Response {
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
