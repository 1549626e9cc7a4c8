//! The order rules `inside` and `outside`.

use axum::Router;
use concentric::{Next, Order, Request, Response, app, middleware};
use tower::Layer;

use crate::support::{Events, Site, note, reached, say};

#[middleware]
async fn session(req: Request, next: Next) -> Response {
    next.run(req).await
}

#[middleware(inside(session), outside(audit, NamedLayer))]
async fn csrf(req: Request, next: Next) -> Response {
    next.run(req).await
}

#[middleware(outside(csrf, session))]
async fn cors(req: Request, next: Next) -> Response {
    next.run(req).await
}

/// Has no order rule.
#[middleware]
async fn audit(req: Request, next: Next) -> Response {
    next.run(req).await
}

#[derive(Clone)]
struct NamedLayer;

impl<S> Layer<S> for NamedLayer {
    type Service = S;

    fn layer(&self, service: S) -> S {
        service
    }
}

impl Order for NamedLayer {
    type Outside = ();
    type Inside = (cors,);
}

app! {
    fn ruled(state: Events, strict: bool) -> Router with [note("app"), cors, session if strict] {
        // A rule about a middleware that is not in the stack is satisfied.
        GET "/without" => say("without"),
        scope "/with" with [csrf] {
            GET "/" => say("with") with [audit, NamedLayer],
        }
    }
}

#[tokio::test]
async fn a_stack_that_satisfies_its_order_rules_compiles() {
    for strict in [false, true] {
        let site = Site::new(|state| ruled(state, strict));
        assert_eq!(
            site.trace("GET", "/without").await,
            reached("app", "without")
        );
        assert_eq!(site.trace("GET", "/with").await, reached("app", "with"));
    }
}
