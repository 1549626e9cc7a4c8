use concentric::{Next, Request, Response, app, middleware};

#[middleware]
async fn allow(#[config] names: &[&str], req: Request, next: Next) -> Response {
    next.run(req).await
}

app! {
    fn site() -> axum::Router with [allow(vec!["admin"])] {
        GET "/" => async || "Hello",
    }
}

fn main() {
    site();
}
