use concentric::{Next, Request, app, middleware};

#[middleware]
async fn log(
    req: Request,
    next: Next,
) {
    next.run(req).await;
}

app! {
    fn site() -> axum::Router with [log] {
        GET "/" => async || "Hello",
    }
}

fn main() {
    site();
}
