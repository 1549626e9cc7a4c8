use concentric::{HttpError, Next, Request, app, middleware};

#[middleware]
async fn check(req: Request, next: Next) -> Result<(), HttpError> {
    next.run(req).await;
    Ok(())
}

app! {
    fn site() -> axum::Router with [check] {
        GET "/" => async || "Hello",
    }
}

fn main() {
    site();
}
