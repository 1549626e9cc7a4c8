use axum::{Router, extract::State};
use concentric::{Next, Request, Response, app, middleware};

#[derive(Clone)]
struct Shop;

#[middleware]
async fn log(req: Request, next: Next) -> Response {
    next.run(req).await
}

async fn index(State(_): State<Shop>) {}

app! {
    fn site(state: &Shop) -> Router with [log] {
        GET "/" => index,
    }
}

app! {
    fn greeting(state: &str) -> Router {
        GET "/" => index,
    }
}

fn main() {
    let _: Router = site(&Shop);
    let _: Router = greeting("hello");
}
