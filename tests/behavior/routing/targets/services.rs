//! Tower services as targets.

use std::io;

use axum::{
    Router,
    body::Body,
    extract::{FromRequestParts, MatchedPath, RawPathParams},
};
use concentric::{HttpError, Next, Request, Response, app, middleware};
use tower::{service_fn, util::BoxCloneSyncService};
use tower_http::services::{ServeDir, ServeFile};

use crate::support::{Events, METHOD_NOT_ALLOWED, NOT_FOUND, note, record_outcome, send};

type Service = BoxCloneSyncService<Request, Response, io::Error>;

/// Answers with what it finds in the request.
fn echo() -> Service {
    BoxCloneSyncService::new(service_fn(async |req: Request| {
        let (mut parts, _) = req.into_parts();
        let matched = parts.extensions.get::<MatchedPath>().cloned();
        let matched = matched.map(|path| path.as_str().to_owned());
        let params = RawPathParams::from_request_parts(&mut parts, &()).await;
        let params: Vec<_> = params
            .iter()
            .flatten()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        let said = parts.extensions.get::<&str>().copied();
        let text = format!(
            "{} {} {matched:?} {params:?} {said:?}",
            parts.method, parts.uri
        );
        Ok(Response::new(Body::from(text)))
    }))
}

/// A service that always fails.
fn fail() -> Service {
    BoxCloneSyncService::new(service_fn(async |_: Request| {
        Err(io::Error::other("the disk is full"))
    }))
}

#[middleware]
async fn greet(req: Request, next: Next<&'static str>) -> Response {
    next.provide("hello").run(req).await
}

/// Answers an error of the service with its source.
#[middleware]
async fn report(req: Request, next: Next) -> Result<Response, HttpError> {
    next.try_run(req).await.map_err(|error| {
        let full = error.source_as::<io::Error>().map(ToString::to_string);
        error.with_detail(full.unwrap_or_default())
    })
}

app! {
    fn services(state: Events) -> Router with [note("app")] {
        GET "/echo/{id}" => echo(),
        GET | POST "/some" => echo(),
        ANY "/any" => echo(),
        GET "/greeted" => echo() with [greet],
        GET "/fails" => fail() with [record_outcome],
        GET "/reported" => fail() with [report],
        GET "/file" => ServeFile::new("ui/README.md"),

        scope "/inner/{part}" {
            GET "/" => echo() without [note] with [note("route")],
            fallback => echo(),
            method_not_allowed => echo(),
        }
    }
}

app! {
    fn files() -> Router {
        GET "/" => "index",
        fallback => ServeDir::new("ui"),
    }
}

fn app() -> Router {
    services(Events::default())
}

#[tokio::test]
async fn a_service_answers_exactly_its_path() {
    for path in ["/echo", "/echo/1/2", "/echo/1/", "/some/1", "/any/1"] {
        assert_eq!(send(&app(), "GET", path).await.brief(), NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn a_service_answers_exactly_its_methods() {
    let some = |method: &str| format!(r#"200 {method} /some Some("/some") [] None"#);
    let any = |method: &str| format!(r#"200 {method} /any Some("/any") [] None"#);
    for (method, path, answer) in [
        ("GET", "/some", some("GET")),
        ("POST", "/some", some("POST")),
        ("HEAD", "/some", "200 ".to_owned()),
        ("PUT", "/some", METHOD_NOT_ALLOWED.to_owned()),
        ("PURGE", "/any", any("PURGE")),
    ] {
        let reply = send(&app(), method, path).await;
        assert_eq!(reply.brief(), answer, "{method} {path}");
    }
    let reply = send(&app(), "PUT", "/some").await;
    assert_eq!(reply.header("allow"), ["GET,HEAD,POST"]);
}

#[tokio::test]
async fn a_service_sees_the_whole_uri_and_the_path_parameters() {
    for (path, answer) in [
        (
            "/echo/7?q=1",
            r#"200 GET /echo/7?q=1 Some("/echo/{id}") ["id=7"] None"#,
        ),
        (
            "/inner/a",
            r#"200 GET /inner/a Some("/inner/{part}") ["part=a"] None"#,
        ),
    ] {
        assert_eq!(send(&app(), "GET", path).await.brief(), answer);
    }
}

#[tokio::test]
async fn a_service_finds_a_provided_value_in_the_extensions() {
    let reply = send(&app(), "GET", "/greeted").await;
    assert!(reply.body.ends_with(r#"Some("hello")"#), "{reply:?}");
}

#[tokio::test]
async fn lists_run_around_a_service() {
    let events = Events::default();
    let app = services(events.clone());
    send(&app, "GET", "/some").await;
    assert_eq!(events.take(), ["in app", "out app"]);
    send(&app, "GET", "/inner/a").await;
    assert_eq!(events.take(), ["in route", "out route"]);
}

#[tokio::test]
async fn the_error_of_a_service_reaches_try_run() {
    let events = Events::default();
    let app = services(events.clone());
    let reply = send(&app, "GET", "/fails").await;
    assert_eq!(reply.brief(), r#"500 {"detail":"Internal Server Error"}"#);
    assert_eq!(
        events.take()[1],
        "Err 500: Internal Server Error (the disk is full)"
    );
    let reply = send(&app, "GET", "/reported").await;
    assert_eq!(reply.brief(), r#"500 {"detail":"the disk is full"}"#);
}

#[tokio::test]
async fn a_service_answers_as_fallback_and_as_method_not_allowed() {
    let reply = send(&app(), "GET", "/inner/a/b").await;
    let answer = r#"200 GET /inner/a/b None ["part=a"] None"#;
    assert_eq!(reply.brief(), answer);
    let reply = send(&app(), "POST", "/inner/a").await;
    assert!(reply.body.starts_with("POST /inner/a "), "{reply:?}");
    assert_eq!(reply.header("allow"), ["GET,HEAD"]);
}

#[tokio::test]
async fn a_file_is_a_target() {
    let reply = send(&app(), "GET", "/file").await;
    assert!(reply.body.starts_with("# Compile-fail cases"), "{reply:?}");
    let head = send(&app(), "HEAD", "/file").await;
    assert_eq!(
        head.header("content-length"),
        [reply.body.len().to_string()]
    );
    assert_eq!(head.body, "");
}

#[tokio::test]
async fn a_directory_is_a_fallback() {
    assert_eq!(send(&files(), "GET", "/").await.brief(), "200 index");
    let reply = send(&files(), "GET", "/README.md").await;
    assert!(reply.body.starts_with("# Compile-fail cases"), "{reply:?}");
    assert_eq!(send(&files(), "GET", "/nothing").await.status, 404);
}
