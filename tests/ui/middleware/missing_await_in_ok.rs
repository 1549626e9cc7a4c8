use concentric::{HttpError, Next, Request, Response, app, middleware};

#[middleware]
async fn log(req: Request, next: Next) -> Result<Response, HttpError> {
    Ok(next.run(req))
}

app! {
    fn site() -> axum::Router with [log] {
        GET "/" => async || "Hello",
    }
}

fn main() {
    site();
}
