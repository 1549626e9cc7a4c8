//! The feature `tracing` logs a 5xx whose source no middleware has read.

use std::{error::Error, fmt, io};

use axum::Router;
use concentric::{
    HttpError, Next, Request, Response, app, map_source, middleware, problem_details,
};
use http::StatusCode;

use crate::support::{Log, send};

#[middleware]
async fn read_source(req: Request, next: Next) -> Result<Response, HttpError> {
    next.try_run(req).await.inspect_err(|error| {
        let _ = error.source();
    })
}

#[middleware]
async fn read_source_as(req: Request, next: Next) -> Result<Response, HttpError> {
    next.try_run(req).await.inspect_err(|error| {
        let _ = error.source_as::<io::Error>();
    })
}

#[middleware]
async fn debug(req: Request, next: Next) -> Result<Response, HttpError> {
    next.try_run(req).await.inspect_err(|error| {
        let _ = format!("{error:?}");
    })
}

/// Reads nothing of an error but its status.
#[middleware]
async fn pass(req: Request, next: Next) -> Result<Response, HttpError> {
    next.try_run(req).await
}

/// An error with a cause.
#[derive(Debug)]
struct CannotRead(io::Error);

impl fmt::Display for CannotRead {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("cannot read")
    }
}

impl Error for CannotRead {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&self.0)
    }
}

async fn fail() -> Result<(), HttpError> {
    Err(CannotRead(io::Error::other("the disk is full")))?
}

app! {
    fn failing() -> Router with [pass] {
        GET "/unread" => fail,
        GET "/mapped" => fail with [map_source::<io::Error>(StatusCode::SERVICE_UNAVAILABLE)],
        GET "/problem" => fail with [problem_details],
        GET "/source" => fail with [read_source],
        GET "/source-as" => fail with [read_source_as],
        GET "/debug" => fail with [debug],
        GET "/4xx" => async || HttpError::conflict("taken").with_source("twice".to_owned()),
        GET "/no-source" => async || HttpError::service_unavailable("later"),
        GET "/bare" => async || StatusCode::INTERNAL_SERVER_ERROR,
        scope "/scope" with [pass] {
            GET "/" => fail with [pass],
        }
        merge Router::new().route("/merged", axum::routing::get(async || fail().await)),
    }
}

app! {
    fn whole() -> Router before routing [pass] with [pass] {
        GET "/" => fail,
    }
}

app! {
    fn read_before_routing() -> Router before routing [read_source] with [pass] {
        GET "/" => fail,
    }
}

app! {
    fn read_around_another() -> Router with [read_source] {
        mount "/mounted" => inner(),
        mount "/" => inner(),
        merge Router::new().nest("/merged", inner()),
    }
}

app! {
    fn inner() -> Router with [pass] {
        GET "/" => fail,
    }
}

#[tokio::test]
async fn a_5xx_whose_source_no_middleware_has_read_is_logged_once() {
    let log = Log::default();
    let subscriber = tracing_subscriber::fmt()
        .with_writer(log.clone())
        .with_ansi(false)
        .without_time()
        .finish();
    let _guard = tracing::subscriber::set_default(subscriber);
    let app = failing();
    for (path, logged) in [
        ("/unread", Some(500)),
        ("/mapped", Some(503)),
        ("/problem", Some(500)),
        ("/scope", Some(500)),
        ("/merged", Some(500)),
        ("/source", None),
        ("/source-as", None),
        ("/debug", None),
        ("/4xx", None),
        ("/no-source", None),
        ("/bare", None),
    ] {
        send(&app, "GET", path).await;
        let expected = logged.map_or(String::new(), |status| {
            format!(
                "ERROR concentric: request failed status={status} \
                 source=cannot read: the disk is full\n"
            )
        });
        assert_eq!(log.take(), expected, "{path}");
    }
    send(&whole(), "GET", "/").await;
    assert_eq!(log.take().lines().count(), 1);
    // The outermost list reads the source.
    send(&read_before_routing(), "GET", "/").await;
    for path in ["/", "/mounted", "/merged"] {
        send(&read_around_another(), "GET", path).await;
    }
    assert_eq!(log.take(), "");
}
