use concentric::{Next, Request, Response, app, middleware};

#[middleware]
async fn count(#[config] seen: &std::cell::Cell<u32>, req: Request, next: Next) -> Response {
    seen.set(seen.get() + 1);
    next.run(req).await
}

app! {
    fn site() -> axum::Router with [count(std::cell::Cell::new(0))] {
        GET "/" => async || "Hello",
    }
}

fn main() {
    site();
}
