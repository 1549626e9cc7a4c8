use axum::Router;
use concentric::{Next, Request, Response, app, middleware};

#[middleware]
async fn pass(req: Request, next: Next) -> Response {
    next.run(req).await
}

#[middleware]
async fn log(req: Request, next: Next) -> Response {
    next.run(req).await
}

app! {
    fn site(number: u8) -> Router with [pass if number == 0 else log if number == 1] {}
}

fn main() {}
