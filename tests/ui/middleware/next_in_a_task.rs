use concentric::{Next, Request, Response, app, middleware};

#[middleware]
async fn log(req: Request, next: Next) -> Response {
    tokio::spawn(async move { next.run(req).await }).await.unwrap()
}

app! {
    fn site() -> axum::Router with [log] {
        GET "/" => async || "Hello",
    }
}

fn main() {
    site();
}
