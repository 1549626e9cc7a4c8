use concentric::{Next, Provided, Request, Response, app, middleware};

#[derive(Clone)]
struct User(String);

#[middleware]
async fn log(user: Provided<&User>, req: Request, next: Next) -> Response {
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
