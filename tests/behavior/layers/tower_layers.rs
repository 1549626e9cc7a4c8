//! Any tower layer can be an entry of a list.

use std::time::Duration;

use axum::{
    Extension, Router,
    body::{Body, Bytes},
};
use concentric::{Request, Response, app};
use http::{HeaderName, HeaderValue, Method, StatusCode, header};
use http_body_util::Limited;
use tower::{ServiceBuilder, limit::RateLimitLayer, util::option_layer};
use tower_http::{
    add_extension::AddExtensionLayer,
    catch_panic::CatchPanicLayer,
    compression::CompressionLayer,
    cors::CorsLayer,
    decompression::RequestDecompressionLayer,
    limit::RequestBodyLimitLayer,
    map_request_body::MapRequestBodyLayer,
    map_response_body::MapResponseBodyLayer,
    request_id::{MakeRequestUuid, PropagateRequestIdLayer, SetRequestIdLayer},
    set_header::SetResponseHeaderLayer,
    trace::TraceLayer,
    validate_request::ValidateRequestHeaderLayer,
};

use crate::support::{Events, Site, note, note_layer, reached, request, say, send, send_request};

/// Returns the body of the request.
async fn echo(body: Bytes) -> Bytes {
    body
}

fn post(path: &str, body: &'static str) -> Request {
    let request = Request::post(path).body(Body::from(body));
    request.unwrap()
}

app! {
    fn request_bodies() -> Router {
        POST "/limited" => echo with [RequestBodyLimitLayer::new(5)],
        POST "/mapped" => echo with [MapRequestBodyLayer::new(|_: Body| Body::from("another"))],
        POST "/typed" => echo with [MapRequestBodyLayer::new(|body: Body| Limited::new(body, 5))],
        POST "/decompressed" => echo with [RequestDecompressionLayer::new()],
    }
}

#[tokio::test]
async fn a_layer_may_change_the_request_body() {
    let app = request_bodies();
    for (path, body, answer) in [
        ("/limited", "short", "200 short"),
        (
            "/limited",
            "too long",
            r#"413 {"detail":"Failed to buffer the request body: length limit exceeded"}"#,
        ),
        ("/mapped", "one", "200 another"),
        ("/typed", "short", "200 short"),
        ("/decompressed", "plain", "200 plain"),
    ] {
        let reply = send_request(&app, post(path, body)).await;
        assert_eq!(reply.brief(), answer, "{path} {body}");
    }
    let reply = send_request(&app, post("/typed", "too long")).await;
    assert_eq!(reply.status, 413);
}

app! {
    fn response_bodies() -> Router with [
        TraceLayer::new_for_http(),
        CompressionLayer::new(),
        MapResponseBodyLayer::new(|body: Body| Limited::new(body, 1000)),
    ] {
        GET "/" => async || "a".repeat(100),
        GET "/mapped" => async || "handler"
            with [MapResponseBodyLayer::new(|_: Body| "another".to_owned())],
    }
}

#[tokio::test]
async fn a_layer_may_change_the_response_body() {
    let app = response_bodies();
    assert_eq!(send(&app, "GET", "/mapped").await.brief(), "200 another");
    let mut req = request("GET", "/");
    req.headers_mut()
        .insert(header::ACCEPT_ENCODING, HeaderValue::from_static("gzip"));
    let reply = send_request(&app, req).await;
    assert_eq!(reply.header("content-encoding"), ["gzip"]);
    assert_eq!(reply.header("vary"), ["accept-encoding"]);
    assert_eq!(
        send(&app, "GET", "/").await.brief(),
        format!("200 {}", "a".repeat(100))
    );
}

app! {
    fn at_every_level(state: Events, events: &Events) -> Router with [
        ServiceBuilder::new()
            .layer(note_layer(events, "a"))
            .layer(note_layer(events, "b")),
        option_layer(Some(note_layer(events, "c"))),
        option_layer(None::<CorsLayer>),
    ] {
        scope "/scope" with [note_layer(events, "d"), note("e")] {
            scope with [note_layer(events, "f")] {
                GET "/" => say("handler") with [note_layer(events, "g"), note_layer(events, "h")],
                GET "/other" => say("other"),
            }
        }
    }
}

#[tokio::test]
async fn layers_of_the_app_its_scopes_and_a_route_wrap_one_handler() {
    let site = Site::new(|events| at_every_level(events.clone(), &events));
    assert_eq!(
        site.trace("GET", "/scope").await,
        reached("a b c d e f g h", "handler")
    );
    assert_eq!(
        site.trace("GET", "/scope/other").await,
        reached("a b c d e f", "other")
    );
}

/// A middleware function of plain axum.
async fn from_fn(req: Request, next: axum::middleware::Next) -> Response {
    let mut response = next.run(req).await;
    response
        .headers_mut()
        .insert("x-from-fn", HeaderValue::from_static("yes"));
    response
}

app! {
    fn well_known() -> Router with [
        SetRequestIdLayer::x_request_id(MakeRequestUuid),
        PropagateRequestIdLayer::x_request_id(),
        CorsLayer::permissive(),
        CatchPanicLayer::new(),
        SetResponseHeaderLayer::overriding(
            HeaderName::from_static("x-set"),
            HeaderValue::from_static("set"),
        ),
        axum::middleware::from_fn(from_fn),
        AddExtensionLayer::new(7_u32),
    ] {
        GET "/" => async |Extension(number): Extension<u32>| number.to_string(),
        GET "/panic" => async || -> () { panic!("on purpose") },
        GET "/accept" => async || "json"
            with [ValidateRequestHeaderLayer::accept("application/json")],
    }
}

#[tokio::test]
async fn layers_of_tower_http_and_axum_work_as_in_axum() {
    let app = well_known();
    let reply = send(&app, "GET", "/").await;
    assert_eq!(reply.brief(), "200 7");
    assert_eq!(reply.header("x-set"), ["set"]);
    assert_eq!(reply.header("x-from-fn"), ["yes"]);
    assert_eq!(reply.header("x-request-id").len(), 1);
    assert_eq!(reply.header("access-control-allow-origin"), ["*"]);

    assert_eq!(
        send(&app, "GET", "/panic").await.brief(),
        "500 Service panicked"
    );

    let mut html = request("GET", "/accept");
    html.headers_mut()
        .insert(header::ACCEPT, HeaderValue::from_static("text/html"));
    assert_eq!(send_request(&app, html).await.status, 406);
}

#[tokio::test]
async fn the_cors_layer_of_the_app_answers_a_preflight() {
    let app = well_known();
    for path in ["/", "/nope"] {
        let mut req = request("OPTIONS", path);
        for (name, value) in [
            (header::ORIGIN, "https://example.org"),
            (header::ACCESS_CONTROL_REQUEST_METHOD, "PUT"),
        ] {
            req.headers_mut()
                .insert(name, HeaderValue::from_static(value));
        }
        let reply = send_request(&app, req).await;
        assert_eq!(reply.brief(), "200 ", "{path}");
        assert_eq!(
            reply.header("access-control-allow-methods"),
            ["*"],
            "{path}"
        );
    }
}

app! {
    fn rate_limited() -> Router with [
        // A rate limit does not implement `Clone`. A buffer around it does.
        ServiceBuilder::new()
            .buffer(1)
            .layer(RateLimitLayer::new(1, Duration::from_secs(50))),
    ] {
        GET "/a" => async || "a",
        GET "/b" => async || "b",
    }
}

#[tokio::test(start_paused = true)]
async fn a_request_waits_for_a_rate_limit_behind_a_buffer() {
    let app = rate_limited();
    let start = tokio::time::Instant::now();
    assert_eq!(send(&app, "GET", "/a").await.brief(), "200 a");
    assert_eq!(send(&app, "GET", "/b").await.brief(), "200 b");
    assert!(start.elapsed() >= Duration::from_secs(50));
}

app! {
    fn changed_on_the_way() -> Router with [
        tower::util::MapRequestLayer::new(|mut req: Request| {
            *req.method_mut() = Method::POST;
            req
        }),
        tower::util::MapResponseLayer::new(|mut response: Response| {
            *response.status_mut() = StatusCode::IM_A_TEAPOT;
            response
        }),
    ] {
        GET "/" => async |method: Method| method.to_string(),
    }
}

#[tokio::test]
async fn the_route_is_looked_up_before_the_list_of_the_app_runs() {
    let app = changed_on_the_way();
    assert_eq!(send(&app, "GET", "/").await.brief(), "418 POST");
}
