use axum::Router;
use concentric::{Next, Request, Response, app, middleware};

#[middleware]
async fn log(req: Request, next: Next) -> Response {
    next.run(req).await
}

async fn index() {}

app! {
    fn site() -> Router {
        GET "/condition" if true => index,
        GET "/list" with [log] => index,
        GET "/named" as named without [log] => index,
    }
}

fn main() {
    let _: Router = site();
}
