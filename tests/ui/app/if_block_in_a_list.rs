use axum::Router;
use concentric::{Next, Request, Response, app, middleware};

#[middleware]
async fn log(req: Request, next: Next) -> Response {
    next.run(req).await
}

#[middleware]
async fn auth(req: Request, next: Next) -> Response {
    next.run(req).await
}

async fn index() {}

app! {
    fn site(loud: bool) -> Router with [if loud { log } else { auth }] {
        GET "/" => index,
    }
}

fn main() {
    let _: Router = site(true);
}
