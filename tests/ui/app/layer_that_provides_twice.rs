use axum::{Extension, Router};
use concentric::{Next, Request, Response, app, middleware, provides};

#[derive(Clone)]
struct Theme;

#[middleware]
async fn choose_theme(req: Request, next: Next<Theme>) -> Response {
    next.provide(Theme).run(req).await
}

async fn index() {}

app! {
    fn site() -> Router with [choose_theme] {
        GET "/" => index with [provides::<Theme>(Extension(Theme))],
    }
}

fn main() {}
