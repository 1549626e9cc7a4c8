//! The source of an error: `source`, `source_as` and `map_source`.

use std::{error::Error, fmt, io, num::ParseIntError};

use axum::{Router, extract::State};
use concentric::{HttpError, Next, Request, Response, app, map_source, middleware};
use http::{HeaderValue, StatusCode, header};

use crate::support::{Events, Site, record_outcome};

/// Fails with an error of the standard library.
async fn parse() -> Result<String, HttpError> {
    let number: u32 = "seven".parse()?;
    Ok(number.to_string())
}

/// Records the source if it is a `ParseIntError`.
#[middleware]
async fn read_source(
    State(events): State<Events>,
    req: Request,
    next: Next,
) -> Result<Response, HttpError> {
    next.try_run(req).await.inspect_err(|error| {
        let source = error.source().and_then(|source| source.downcast_ref());
        let source: Option<&ParseIntError> = source;
        events.add(format!("{source:?}"));
    })
}

app! {
    fn sources(state: Events) -> Router with [read_source, record_outcome, read_source] {
        GET "/" => parse,
    }
}

#[tokio::test]
async fn the_source_of_an_error_can_be_downcast_in_every_middleware() {
    let site = Site::new(sources);
    assert_eq!(
        site.trace("GET", "/").await,
        [
            "Some(ParseIntError { kind: InvalidDigit })",
            "Err 500: Internal Server Error (invalid digit found in string)",
            "Some(ParseIntError { kind: InvalidDigit })",
            r#"500 {"detail":"Internal Server Error"}"#,
        ]
    );
}

/// An error of an application, as a derive of `thiserror` implements it.
#[derive(Debug)]
enum AppError {
    Token,
    Disk(io::Error),
}

impl AppError {
    fn status(&self) -> StatusCode {
        match self {
            Self::Token => StatusCode::UNAUTHORIZED,
            Self::Disk(_) => StatusCode::SERVICE_UNAVAILABLE,
        }
    }
}

impl fmt::Display for AppError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Token => f.write_str("invalid token"),
            Self::Disk(_) => f.write_str("cannot read"),
        }
    }
}

impl Error for AppError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Token => None,
            Self::Disk(error) => Some(error),
        }
    }
}

#[test]
fn source_as_finds_the_source_and_its_causes() {
    let error = HttpError::from(AppError::Disk(io::Error::other("full")));
    assert!(matches!(error.source_as(), Some(AppError::Disk(_))));
    let cause = error.source_as::<io::Error>().map(ToString::to_string);
    assert_eq!(cause.as_deref(), Some("full"));
    assert!(error.source_as::<ParseIntError>().is_none());
    assert!(
        HttpError::conflict("taken")
            .source_as::<AppError>()
            .is_none()
    );
}

async fn fails(error: AppError) -> Result<&'static str, HttpError> {
    Err(error)?
}

app! {
    fn mapped(state: Events) -> Router with [record_outcome] {
        scope with [map_source::<AppError>(AppError::status)] {
            GET "/token" => async || fails(AppError::Token).await,
            GET "/disk" => async || fails(AppError::Disk(io::Error::other("full"))).await,
            GET "/chosen" => async || HttpError::conflict("taken").with_source(AppError::Token),
            GET "/other" => parse,
            GET "/detail" => async || {
                HttpError::new(StatusCode::INTERNAL_SERVER_ERROR, "own")
                    .with_source(AppError::Token)
                    .with_header(header::RETRY_AFTER, HeaderValue::from_static("7"))
            },
        }
        scope with [map_source::<io::Error>(StatusCode::GATEWAY_TIMEOUT)] {
            GET "/cause" => async || fails(AppError::Disk(io::Error::other("full"))).await,
        }
        scope with [map_source::<ParseIntError>(|_: &ParseIntError| StatusCode::CONTINUE)] {
            GET "/1xx" => parse,
        }
    }
}

#[tokio::test]
async fn map_source_gives_a_500_with_such_a_source_another_status() {
    let site = Site::new(mapped);
    for (path, outcome, answer) in [
        (
            "/token",
            "Err 401: Unauthorized (invalid token)",
            r#"401 {"detail":"Unauthorized"}"#,
        ),
        (
            "/disk",
            "Err 503: Service Unavailable (cannot read)",
            r#"503 {"detail":"Service Unavailable"}"#,
        ),
        (
            "/chosen",
            "Err 409: taken (invalid token)",
            r#"409 {"detail":"taken"}"#,
        ),
        (
            "/other",
            "Err 500: Internal Server Error (invalid digit found in string)",
            r#"500 {"detail":"Internal Server Error"}"#,
        ),
        (
            "/detail",
            "Err 401: own (invalid token)",
            r#"401 {"detail":"own"}"#,
        ),
        (
            "/cause",
            "Err 504: Gateway Timeout (cannot read)",
            r#"504 {"detail":"Gateway Timeout"}"#,
        ),
        (
            "/1xx",
            "Err 500: Internal Server Error \
             (an error cannot have the status 100: Internal Server Error)",
            r#"500 {"detail":"Internal Server Error"}"#,
        ),
    ] {
        assert_eq!(site.trace("GET", path).await, [outcome, answer], "{path}");
    }
    let reply = site.send("GET", "/detail").await;
    assert_eq!(reply.header("retry-after"), ["7"]);
}
