use axum::{Router, extract::State};
use concentric::{Next, Request, Response, middleware};

#[derive(Clone)]
struct Settings;

#[middleware]
async fn configure(State(_): State<Settings>, req: Request, next: Next) -> Response {
    next.run(req).await
}

fn main() {
    let _: Router = Router::new().layer(configure());
}
