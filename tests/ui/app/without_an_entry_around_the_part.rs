use axum::Router;
use concentric::{Next, Part, Request, Response, app, middleware};

#[middleware]
async fn authenticate(req: Request, next: Next) -> Response {
    next.run(req).await
}

async fn index() {}

app! {
    fn pages() -> Part {
        GET "/" => index without [authenticate],
    }
}

app! {
    fn site() -> Router with [authenticate] {
        include pages(),
    }
}

fn main() {
    let _: Router = site();
}
