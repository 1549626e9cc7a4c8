use concentric::{Next, Part, Request, Response, app, middleware};

#[derive(Clone)]
struct CurrentUser;

#[middleware]
async fn authenticate(req: Request, next: Next<CurrentUser>) -> Response {
    next.provide(CurrentUser).run(req).await
}

app! {
    fn orders() -> Part<CurrentUser> with [authenticate] {
        GET "/" => async || "orders",
    }
}

fn main() {}
