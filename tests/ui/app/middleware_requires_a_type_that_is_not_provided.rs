use axum::Router;
use concentric::{Next, Provided, Request, Response, app, middleware};

#[derive(Clone)]
struct User;

#[middleware]
async fn require_user(_user: Provided<User>, req: Request, next: Next) -> Response {
    next.run(req).await
}

app! {
    fn site() -> Router with [require_user] {}
}

fn main() {}
