// Error: the first of several rules that the entry breaks.

use axum::Router;
use concentric::{Cors, Next, Request, Response, app, middleware, reject_cross_site};

app! {
    fn site() -> Router with [reject_cross_site(), authenticate, Cors::any_origin()] {
        GET "/" => index,
    }
}

#[middleware(inside(Cors))]
async fn authenticate(req: Request, next: Next) -> Response {
    next.run(req).await
}

async fn index() {}

fn main() {}
