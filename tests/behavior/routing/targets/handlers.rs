//! Handlers of axum that are no async functions.

use std::future::{Ready, ready};

use axum::{
    Router,
    extract::{FromRef, Path, State},
    handler::{Handler, HandlerWithoutStateExt},
    response::IntoResponse,
    routing::{MethodRouter, get},
};
use concentric::{Request, Response, app};
use http::Method;
use tower_http::set_header::SetResponseHeaderLayer;

use crate::support::{METHOD_NOT_ALLOWED, send};

#[derive(Clone)]
struct Site {
    name: &'static str,
}

impl FromRef<Site> for &'static str {
    fn from_ref(site: &Site) -> Self {
        site.name
    }
}

async fn name(State(name): State<&'static str>, method: Method) -> String {
    format!("{method} {name}")
}

async fn echo(Path(id): Path<u32>) -> String {
    id.to_string()
}

/// A handler that is implemented by hand.
#[derive(Clone)]
struct ByHand;

impl Handler<(), Site> for ByHand {
    type Future = Ready<Response>;

    fn call(self, req: Request, state: Site) -> Self::Future {
        ready(format!("{} {}", state.name, req.uri()).into_response())
    }
}

fn header() -> SetResponseHeaderLayer<http::HeaderValue> {
    let value = http::HeaderValue::from_static("layered");
    SetResponseHeaderLayer::overriding(http::HeaderName::from_static("x-layer"), value)
}

app! {
    fn handlers(state: Site) -> Router {
        GET "/by-hand" => ByHand,
        GET "/layered" => name.layer(header()),
        GET "/layered/{id}" => echo.layer(header()),
        GET "/service/{id}" => echo.into_service(),
        GET "/with-state" => name.with_state(Site { name: "other" }),

        ANY "/methods" => get(name).put(name),
        ANY "/methods/{id}" => MethodRouter::<()>::new().get(echo),
        ANY "/methods/other" => get(name).with_state::<()>(Site { name: "other" }),
        GET "/some" => get(name).put(name),

        scope "/inner" {
            fallback => ByHand,
        }
    }
}

app! {
    fn without_state() -> Router {
        ANY "/methods/{id}" => get(echo),
        GET "/layered/{id}" => echo.layer(header()),
    }
}

fn app() -> Router {
    handlers(Site { name: "site" })
}

#[tokio::test]
async fn a_handler_has_the_state_of_the_application() {
    for (path, answer) in [
        ("/by-hand?a=b", "200 site /by-hand?a=b"),
        ("/layered", "200 GET site"),
        ("/methods", "200 GET site"),
        ("/inner/x/y", "200 site /inner/x/y"),
    ] {
        assert_eq!(send(&app(), "GET", path).await.brief(), answer);
    }
}

#[tokio::test]
async fn a_handler_keeps_a_state_of_its_own() {
    for path in ["/with-state", "/methods/other"] {
        assert_eq!(send(&app(), "GET", path).await.brief(), "200 GET other");
    }
}

#[tokio::test]
async fn a_handler_without_state_fits_any_application() {
    for path in ["/layered/1", "/service/1", "/methods/1"] {
        assert_eq!(send(&app(), "GET", path).await.brief(), "200 1");
    }
    for path in ["/layered/1", "/methods/1"] {
        assert_eq!(send(&without_state(), "GET", path).await.brief(), "200 1");
    }
}

#[tokio::test]
async fn a_layer_around_a_handler_applies() {
    for path in ["/layered", "/layered/1"] {
        let reply = send(&app(), "GET", path).await;
        assert_eq!(reply.header("x-layer"), ["layered"]);
    }
}

#[tokio::test]
async fn a_method_router_answers_its_methods() {
    for (method, path, answer) in [
        ("GET", "/methods", "200 GET site"),
        ("PUT", "/methods", "200 PUT site"),
        ("HEAD", "/methods", "200 "),
        ("GET", "/some", "200 GET site"),
        ("PUT", "/some", METHOD_NOT_ALLOWED),
    ] {
        let reply = send(&app(), method, path).await;
        assert_eq!(reply.brief(), answer, "{method} {path}");
    }
}

#[tokio::test]
async fn a_method_router_answers_other_methods_itself() {
    let reply = send(&app(), "POST", "/methods").await;
    assert_eq!(reply.brief(), "405 ");
    assert_eq!(reply.header("allow"), ["GET,HEAD,PUT"]);
}
