use axum::Router;
use concentric::{Next, Provided, Request, Response, middleware};

#[derive(Clone)]
struct User;

#[middleware]
async fn require_user(_user: Provided<User>, req: Request, next: Next) -> Response {
    next.run(req).await
}

fn main() {
    let _: Router = Router::new().layer(require_user());
}
