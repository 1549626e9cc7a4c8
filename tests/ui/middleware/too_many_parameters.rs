use axum::http::Method;
use concentric::{Next, Request, Response, middleware};

#[middleware]
#[rustfmt::skip]
async fn log(
    _: Method, _: Method, _: Method, _: Method, _: Method, _: Method, _: Method, _: Method,
    _: Method, _: Method, _: Method, _: Method, _: Method, _: Method, _: Method, _: Method,
    seventeenth: Method,
    req: Request,
    next: Next,
) -> Response {
    next.run(req).await
}

fn main() {}
