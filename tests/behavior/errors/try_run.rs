//! Which responses `try_run` returns as `Err`, and what the client gets.

use std::{collections::HashMap, panic::panic_any};

use axum::{
    Json, Router,
    extract::{FromRequestParts, Path, Query},
    response::Redirect,
    routing::get,
};
use concentric::{HttpError, Next, Request, Response, app, middleware};
use http::{StatusCode, request::Parts};

use crate::support::{Events, METHOD_NOT_ALLOWED, Site, record_outcome};

/// Fails with an error of the standard library.
async fn parse() -> Result<String, HttpError> {
    let number: u32 = "seven".parse()?;
    Ok(number.to_string())
}

/// An extractor with several kinds of rejections.
struct Picky;

impl<S: Sync> FromRequestParts<S> for Picky {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Response> {
        use axum::response::IntoResponse;
        Err(match parts.uri.query() {
            Some("json") => (StatusCode::CONFLICT, Json(["picky"])).into_response(),
            Some("redirect") => Redirect::to("/login").into_response(),
            Some("empty") => StatusCode::UNAUTHORIZED.into_response(),
            _ => HttpError::forbidden("not you").into_response(),
        })
    }
}

#[middleware]
async fn refuse(_req: Request, _next: Next) -> HttpError {
    HttpError::too_many_requests("slow down").with_source("seventh time")
}

#[middleware]
async fn need_page(Query(_): Query<HashMap<String, u32>>, req: Request, next: Next) -> Response {
    next.run(req).await
}

app! {
    fn errors(state: Events) -> Router with [record_outcome] {
        GET "/handler" => async || HttpError::conflict("taken").with_source("two of them"),
        GET "/question-mark" => parse,
        GET "/middleware" => async || "handler" with [refuse],
        GET "/rejection/{id}" => async |Path(id): Path<u32>| id.to_string(),
        POST "/rejected-body" => async |Json(_): Json<u32>| "handler",
        GET "/rejected-middleware" => async || "handler" with [need_page],
        GET "/picky" => async |_: Picky| "handler",
        GET "/str" => async || -> () { panic!("on purpose") },
        GET "/string" => async || -> () { panic!("{} {}", "on", "purpose") },
        GET "/any" => async || -> () { panic_any(7) },
        GET "/ok" => async || "handler",
        GET "/404" => async || StatusCode::NOT_FOUND,
        GET "/500" => async || (StatusCode::INTERNAL_SERVER_ERROR, "handler"),
        mount "/service" => Router::new()
            .route("/error", get(async || HttpError::conflict("from a router")))
            .route(
                "/rejection/{id}",
                get(async |Path(id): Path<u32>| id.to_string()),
            ),
    }
}

#[tokio::test]
async fn try_run_returns_err_for_errors_rejections_panics_and_unmatched_paths() {
    let site = Site::new(errors);
    let internal = r#"500 {"detail":"Internal Server Error"}"#;
    for (method, path, outcome, answer) in [
        (
            "GET",
            "/handler",
            "Err 409: taken (two of them)",
            r#"409 {"detail":"taken"}"#,
        ),
        (
            "GET",
            "/question-mark",
            "Err 500: Internal Server Error (invalid digit found in string)",
            internal,
        ),
        (
            "GET",
            "/middleware",
            "Err 429: slow down (seventh time)",
            r#"429 {"detail":"slow down"}"#,
        ),
        (
            "GET",
            "/rejection/x",
            "Err 400: Invalid URL: Cannot parse `x` to a `u32`",
            r#"400 {"detail":"Invalid URL: Cannot parse `x` to a `u32`"}"#,
        ),
        (
            "POST",
            "/rejected-body",
            "Err 415: Expected request with `Content-Type: application/json`",
            r#"415 {"detail":"Expected request with `Content-Type: application/json`"}"#,
        ),
        (
            "GET",
            "/rejected-middleware?page=x",
            "Err 400: Failed to deserialize query string: page: invalid digit found in string",
            r#"400 {"detail":"Failed to deserialize query string: page: invalid digit found in string"}"#,
        ),
        (
            "GET",
            "/picky",
            "Err 403: not you",
            r#"403 {"detail":"not you"}"#,
        ),
        // A rejection keeps its own body if it is passed on.
        (
            "GET",
            "/picky?json",
            "Err 409: Conflict",
            r#"409 ["picky"]"#,
        ),
        (
            "GET",
            "/picky?empty",
            "Err 401: Unauthorized",
            r#"401 {"detail":"Unauthorized"}"#,
        ),
        (
            "GET",
            "/str",
            "Err 500: Internal Server Error (panicked: on purpose)",
            internal,
        ),
        (
            "GET",
            "/string",
            "Err 500: Internal Server Error (panicked: on purpose)",
            internal,
        ),
        (
            "GET",
            "/any",
            "Err 500: Internal Server Error (panicked)",
            internal,
        ),
        (
            "GET",
            "/nope",
            "Err 404: Not Found",
            r#"404 {"detail":"Not Found"}"#,
        ),
        (
            "PUT",
            "/ok",
            "Err 405: Method Not Allowed",
            METHOD_NOT_ALLOWED,
        ),
        (
            "GET",
            "/service/error",
            "Err 409: from a router",
            r#"409 {"detail":"from a router"}"#,
        ),
    ] {
        assert_eq!(site.trace(method, path).await, [outcome, answer], "{path}");
    }
}

#[tokio::test]
async fn try_run_returns_ok_for_any_other_response_whatever_its_status() {
    let site = Site::new(errors);
    for (path, outcome, answer) in [
        ("/ok", "Ok 200", "200 handler"),
        ("/404", "Ok 404", "404 "),
        ("/500", "Ok 500", "500 handler"),
        ("/picky?redirect", "Ok 303", "303 "),
        ("/service/nope", "Ok 404", "404 "),
        // axum calls this handler, so its rejection is not marked as an error.
        (
            "/service/rejection/x",
            "Ok 400",
            "400 Invalid URL: Cannot parse `x` to a `u32`",
        ),
    ] {
        assert_eq!(site.trace("GET", path).await, [outcome, answer], "{path}");
    }
}

app! {
    fn answered(state: Events) -> Router with [record_outcome] {
        GET "/" => async || "handler",
        fallback => async || (StatusCode::NOT_FOUND, "nothing here"),
        method_not_allowed => async || (StatusCode::METHOD_NOT_ALLOWED, "not like this"),
        scope "/scope" {
            GET "/" => async || "handler",
            fallback => async || HttpError::not_found("nothing in the scope"),
            method_not_allowed => async || HttpError::new(StatusCode::METHOD_NOT_ALLOWED, "no"),
        }
    }
}

#[tokio::test]
async fn try_run_treats_the_answer_of_a_fallback_like_that_of_a_handler() {
    let site = Site::new(answered);
    for (method, path, outcome, answer) in [
        ("GET", "/nope", "Ok 404", "404 nothing here"),
        ("PUT", "/", "Ok 405", "405 not like this"),
        (
            "GET",
            "/scope/nope",
            "Err 404: nothing in the scope",
            r#"404 {"detail":"nothing in the scope"}"#,
        ),
        ("PUT", "/scope", "Err 405: no", r#"405 {"detail":"no"}"#),
    ] {
        assert_eq!(site.trace(method, path).await, [outcome, answer], "{path}");
    }
    assert_eq!(
        site.send("PUT", "/scope").await.header("allow"),
        ["GET,HEAD"]
    );
}
