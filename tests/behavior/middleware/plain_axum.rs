//! A middleware in plain axum: as a `tower::Layer`, with and without state.

use axum::{
    Extension, Router,
    extract::{Path, State},
    routing::{get, get_service},
};
use concentric::{HttpError, Next, Request, Response, app, middleware};
use http::StatusCode;
use tower::{ServiceBuilder, service_fn};

use crate::support::{Events, Site, note, note_layer, record_outcome, say, send};

/// Adds its config to a header, and needs no state.
#[middleware]
async fn sign(#[config] name: &str, req: Request, next: Next) -> Result<Response, HttpError> {
    let mut response = next.run(req).await;
    response.headers_mut().append("x-signed", name.parse()?);
    Ok(response)
}

/// Needs neither config nor state.
#[middleware]
async fn teapot(req: Request, next: Next) -> (StatusCode, Response) {
    (StatusCode::IM_A_TEAPOT, next.run(req).await)
}

/// Provides a number, which is an extension in plain axum.
#[middleware]
async fn provide_number(req: Request, next: Next<u32>) -> Response {
    next.provide(7).run(req).await
}

#[tokio::test]
async fn a_middleware_is_a_layer_for_a_router() {
    let app = Router::new()
        .route(
            "/",
            get(async |Extension(number): Extension<u32>| number.to_string()),
        )
        .route_layer(sign("route"))
        .layer(provide_number())
        .layer(
            ServiceBuilder::new()
                .layer(sign("outer"))
                .layer(sign("inner")),
        );
    let reply = send(&app, "GET", "/").await;
    assert_eq!(reply.brief(), "200 7");
    assert_eq!(reply.header("x-signed"), ["route", "inner", "outer"]);
    let reply = send(&app, "GET", "/nope").await;
    assert_eq!(reply.brief(), "404 ");
    assert_eq!(reply.header("x-signed"), ["inner", "outer"]);
}

#[tokio::test]
async fn a_middleware_is_a_layer_for_a_method_router_and_a_service() {
    let app = Router::new()
        .route("/method", get("method").layer(teapot()))
        .route_service(
            "/service",
            get_service(ServiceBuilder::new().layer(teapot()).service(service_fn(
                async |_: Request| Err::<Response, _>(std::io::Error::other("the disk is full")),
            ))),
        );
    assert_eq!(send(&app, "GET", "/method").await.brief(), "418 method");
    // The error of the service has become a response.
    assert_eq!(
        send(&app, "GET", "/service").await.brief(),
        r#"418 {"detail":"Internal Server Error"}"#
    );
}

#[tokio::test]
async fn a_middleware_with_state_is_a_layer() {
    let events = Events::default();
    let app = Router::new()
        .route("/", get(say("handler")))
        .layer(note("inner").with_state(events.clone()))
        .layer(note("outer").with_state(events.clone()))
        .layer(record_outcome().with_state(events.clone()))
        .with_state(events.clone());
    let site = Site { app, events };
    assert_eq!(
        site.trace("GET", "/").await,
        [
            "in outer",
            "in inner",
            "handler",
            "out inner",
            "out outer",
            "Ok 200",
            "200 handler"
        ]
    );
}

#[tokio::test]
async fn try_run_recognizes_errors_in_plain_axum() {
    let events = Events::default();
    let app = Router::new()
        .route("/error", get(async || HttpError::conflict("taken")))
        .route("/panic", get(async || -> () { panic!("on purpose") }))
        .route(
            "/rejection/{id}",
            get(async |Path(id): Path<u32>| id.to_string()),
        )
        .layer(record_outcome().with_state(events.clone()));
    let site = Site { app, events };
    for (path, outcome, answer) in [
        ("/error", "Err 409: taken", r#"409 {"detail":"taken"}"#),
        (
            "/panic",
            "Err 500: Internal Server Error (panicked: on purpose)",
            r#"500 {"detail":"Internal Server Error"}"#,
        ),
        // axum's own responses are not marked as errors.
        ("/nope", "Ok 404", "404 "),
        (
            "/rejection/x",
            "Ok 400",
            "400 Invalid URL: Cannot parse `x` to a `u32`",
        ),
    ] {
        assert_eq!(site.trace("GET", path).await, [outcome, answer], "{path}");
    }
}

app! {
    fn with_its_own_state(events: &Events) -> Router with [note("app").with_state(events.clone())] {
        GET "/" => async || "handler" with [note("route").with_state(events.clone())],
    }
}

#[tokio::test]
async fn a_middleware_with_state_may_be_listed_in_an_app_with_another_state() {
    let site = Site::new(|events| with_its_own_state(&events));
    assert_eq!(
        site.trace("GET", "/").await,
        ["in app", "in route", "out route", "out app", "200 handler"]
    );
}

/// Runs `next` once more after a server error.
#[middleware]
async fn retry_once(State(events): State<Events>, req: Request, next: Next) -> Response {
    let (parts, _) = req.into_parts();
    let again = || Request::from_parts(parts.clone(), axum::body::Body::empty());
    let first = next.clone().run(again()).await;
    events.add(format!("first {}", first.status().as_u16()));
    if first.status().is_server_error() {
        next.run(again()).await
    } else {
        first
    }
}

/// Fails the first time.
async fn flaky(State(events): State<Events>) -> (StatusCode, &'static str) {
    events.add("handler");
    if events.has("first 502") {
        (StatusCode::OK, "flaky")
    } else {
        (StatusCode::BAD_GATEWAY, "flaky")
    }
}

app! {
    fn retried(state: Events, events: &Events) -> Router with [retry_once] {
        GET "/" => flaky,
        // The second run needs the target of the request, too.
        GET "/layered" => flaky
            with [note_layer(events, "layer"), tower_http::trace::TraceLayer::new_for_http()],
    }
}

#[tokio::test]
async fn a_clone_of_next_runs_the_inner_middleware_and_the_handler_again() {
    let site = Site::new(|events| retried(events.clone(), &events));
    let passed = ["handler", "first 502", "handler", "200 flaky"];
    assert_eq!(site.trace("GET", "/").await, passed);
    assert_eq!(
        site.trace("GET", "/layered").await,
        [
            "in layer",
            "handler",
            "out layer",
            "first 502",
            "in layer",
            "handler",
            "out layer",
            "200 flaky",
        ]
    );
    let events = site.events;
    let app = Router::new()
        .route("/", get(flaky))
        .layer(retry_once().with_state(events.clone()))
        .with_state(events.clone());
    assert_eq!(Site { app, events }.trace("GET", "/").await, passed);
}
