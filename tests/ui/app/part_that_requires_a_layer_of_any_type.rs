use axum::Router;
use concentric::{Next, Part, Request, Response, app, middleware};
use tower_http::set_header::SetResponseHeaderLayer;

#[middleware(requires(SetResponseHeaderLayer<_>))]
async fn check(req: Request, next: Next) -> Response {
    next.run(req).await
}

app! {
    fn orders() -> Part {
        GET "/" => async || "orders" with [check],
    }
}

app! {
    fn shop() -> Router with [
        SetResponseHeaderLayer::overriding(
            axum::http::header::SERVER,
            axum::http::HeaderValue::from_static("shop"),
        ),
    ] {
        include orders(),
    }
}

fn main() {}
