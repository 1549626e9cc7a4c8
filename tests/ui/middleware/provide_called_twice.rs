use concentric::{Next, Provided, Request, Response, app, middleware};

#[derive(Clone)]
struct User(String);

#[middleware]
async fn identify(req: Request, next: Next<(User, u32)>) -> Response {
    let next = next.provide(User(String::new()));
    next.provide(1).run(req).await
}

app! {
    fn site() -> axum::Router with [identify] {
        GET "/" => async |user: Provided<User>| user.0.0,
    }
}

fn main() {
    site();
}
