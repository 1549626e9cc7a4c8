use axum::{Router, extract::State};
use concentric::{Next, Request, Response, app, middleware};

#[derive(Clone)]
struct Settings;

#[middleware]
async fn configure(State(_): State<Settings>, req: Request, next: Next) -> Response {
    next.run(req).await
}

app! {
    fn site(state: u32) -> Router with [configure] {}
}

fn main() {}
