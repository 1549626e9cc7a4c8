use concentric::{Next, Provided, Request, Response, app, middleware};

#[derive(Clone)]
struct User(String);

#[middleware]
async fn identify(req: Request, next: Next) -> Response {
    let user = User(String::new());
    next.provide(user).run(req).await
}

app! {
    fn site() -> axum::Router with [identify] {
        GET "/" => async |user: Provided<User>| user.0.0,
    }
}

fn main() {
    site();
}
