use axum::Router;
use concentric::app;

mod one {
    use concentric::{Next, Request, Response, middleware};

    #[middleware]
    pub async fn check(req: Request, next: Next) -> Response {
        next.run(req).await
    }
}

mod two {
    use concentric::{Next, Request, Response, middleware};

    #[middleware]
    pub async fn check(req: Request, next: Next) -> Response {
        next.run(req).await
    }
}

async fn index() {}

app! {
    fn site() -> Router with [one::check, two::check] {
        GET "/" => index without [check],
    }
}

fn main() {
    let _: Router = site();
}
