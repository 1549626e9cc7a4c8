use concentric::{Next, Request, Response, app, middleware};

#[derive(Clone)]
struct User(String);

#[middleware]
async fn log(user: &User, req: Request, next: Next) -> Response {
    next.run(req).await
}

app! {
    fn site() -> axum::Router with [log] {
        GET "/" => async || "Hello",
    }
}

fn main() {
    site();
}
