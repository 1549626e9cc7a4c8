//! The order of a `Cors` and other entries.

use axum::Router;
use concentric::{Cors, Next, Request, Response, app, middleware};

use super::{ORIGIN, ask};

#[middleware(inside(Cors), requires(Cors))]
async fn inner(req: Request, next: Next) -> Response {
    next.run(req).await
}

app! {
    fn site(is_public: bool) -> Router
    with [Cors::any_origin() if is_public else Cors::origins([ORIGIN.1]), inner] {
        GET "/" => async || "handler",
        GET "/open" => async || "handler" without [inner, Cors],
    }
}

#[tokio::test]
async fn a_cors_can_be_required_conditional_and_left_out() {
    for (is_public, allowed) in [(true, "*"), (false, ORIGIN.1)] {
        let reply = ask(&site(is_public), "GET", "/", &[ORIGIN]).await;
        assert_eq!(reply.header("access-control-allow-origin"), [allowed]);
        let reply = ask(&site(is_public), "GET", "/open", &[ORIGIN]).await;
        assert_eq!(reply.brief(), "200 handler");
        assert!(reply.header("access-control-allow-origin").is_empty());
    }
}
