//! An application's own error type, as the guide recommends it.

use std::{error::Error, fmt};

use axum::{
    Router,
    extract::State,
    response::{IntoResponse, Response},
};
use concentric::{HttpError, Next, Request, app, middleware};
use http::StatusCode;

use crate::support::{Events, Site, record_outcome};

#[derive(Debug)]
enum AppError {
    OutOfStock(u32),
    /// An error that has passed a middleware, as it is.
    Http(HttpError),
}

impl fmt::Display for AppError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OutOfStock(id) => write!(f, "product {id} is out of stock"),
            Self::Http(error) => error.fmt(f),
        }
    }
}

impl Error for AppError {}

impl IntoResponse for AppError {
    fn into_response(self) -> Response {
        match self {
            Self::Http(error) => error.into_response(),
            Self::OutOfStock(_) => HttpError::new(StatusCode::CONFLICT, self.to_string())
                .with_source(self)
                .into_response(),
        }
    }
}

impl From<HttpError> for AppError {
    fn from(error: HttpError) -> Self {
        Self::Http(error)
    }
}

/// Takes a product from the stock.
fn take(id: u32) -> Result<u32, AppError> {
    if id == 7 {
        return Err(AppError::OutOfStock(id));
    }
    Ok(id)
}

fn allow(id: u32) -> Result<u32, HttpError> {
    if id == 8 {
        return Err(HttpError::forbidden("not for you"));
    }
    Ok(id)
}

async fn order(id: u32) -> Result<String, AppError> {
    let id = allow(take(id)?)?;
    Ok(format!("ordered {id}"))
}

/// Passes errors on with `?`, and records the variant.
#[middleware]
async fn pass_on(
    State(events): State<Events>,
    req: Request,
    next: Next,
) -> Result<Response, AppError> {
    let result = next.try_run(req).await;
    if let Err(error) = &result {
        events.add(format!("{:?}", error.source_as::<AppError>()));
    }
    Ok(result?)
}

/// Refuses each request with an error of the application.
#[middleware]
async fn refuse(_req: Request, _next: Next) -> Result<Response, AppError> {
    take(7)?;
    Ok(StatusCode::OK.into_response())
}

/// A middleware of plain axum, which reads the extensions.
async fn plain(
    State(events): State<Events>,
    req: Request,
    next: axum::middleware::Next,
) -> Response {
    let response = next.run(req).await;
    let error = response.extensions().get::<HttpError>();
    let source = error.and_then(HttpError::source_as::<AppError>);
    events.add(format!("plain {source:?}"));
    response
}

app! {
    fn shop(state: Events) -> Router with [record_outcome, pass_on, pass_on] {
        GET "/7" => async || order(7).await,
        GET "/8" => async || order(8).await,
        GET "/9" => async || order(9).await,
        GET "/refused" => async || "handler" with [refuse],
    }
}

#[tokio::test]
async fn an_own_error_type_is_an_err_with_itself_as_the_source() {
    let site = Site::new(|events| {
        shop(events.clone()).layer(axum::middleware::from_fn_with_state(events, plain))
    });
    let out = "Some(OutOfStock(7))";
    let outcome = "Err 409: product 7 is out of stock (product 7 is out of stock)";
    let answer = r#"409 {"detail":"product 7 is out of stock"}"#;
    for path in ["/7", "/refused"] {
        assert_eq!(
            site.trace("GET", path).await,
            [out, out, outcome, "plain Some(OutOfStock(7))", answer],
            "{path}"
        );
    }
    assert_eq!(
        site.trace("GET", "/8").await,
        [
            "None",
            "None",
            "Err 403: not for you",
            "plain None",
            r#"403 {"detail":"not for you"}"#
        ]
    );
    assert_eq!(
        site.trace("GET", "/9").await,
        ["Ok 200", "plain None", "200 ordered 9"]
    );
}
