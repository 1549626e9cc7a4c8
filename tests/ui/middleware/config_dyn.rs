use concentric::{Next, Request, Response, app, middleware};

#[middleware]
async fn filter(#[config] keep: &dyn Fn(u32) -> bool, req: Request, next: Next) -> Response {
    next.run(req).await
}

app! {
    fn site() -> axum::Router with [filter(|number| number > 1)] {
        GET "/" => async || "Hello",
    }
}

fn main() {
    site();
}
