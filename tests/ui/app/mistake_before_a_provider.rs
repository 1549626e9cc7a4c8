use axum::Router;
use concentric::{Next, Provided, Request, Response, app, middleware};
use tower_http::services::ServeDir;

#[derive(Clone)]
struct User;

#[middleware]
async fn authenticate(req: Request, next: Next<User>) -> Response {
    next.provide(User).run(req).await
}

async fn show(_: Provided<User>) {}

app! {
    fn site() -> Router with [ServeDir::new("static"), authenticate] {
        GET "/" => show,
    }
}

fn main() {}
