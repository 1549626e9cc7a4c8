use axum::Router;
use concentric::{Next, Request, Response, app, middleware};

#[middleware]
async fn log(req: Request, next: Next) -> Response {
    next.run(req).await
}

async fn not_found() {}

app! {
    fn site() -> Router with [log] {
        fallback => not_found without [log],
    }
}

fn main() {
    let _: Router = site();
}
