use concentric::{Next, Request, Response, middleware};

struct User;

#[middleware]
async fn authenticate(req: Request, next: Next<User>) -> Response {
    next.provide(User).run(req).await
}

fn main() {}
