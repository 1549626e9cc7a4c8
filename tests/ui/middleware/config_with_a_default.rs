use concentric::{Next, Request, Response, app, middleware};

#[middleware]
async fn limit(#[config] most: &u64 = &5, req: Request, next: Next) -> Response {
    next.run(req).await
}

app! {
    fn site() -> axum::Router with [limit(5)] {
        GET "/" => async || "Hello",
    }
}

fn main() {
    site();
}
