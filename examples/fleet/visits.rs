//! Visits, which the session of a client counts, and a counter of all clients.

use std::time::Duration;

use axum::{
    Json,
    extract::State,
    http::StatusCode,
    response::{Sse, sse::Event},
};
use concentric::{HttpError, Next, Provided, Request, Response, Shutdown, middleware};
use fred::{clients::Client, error::Error, interfaces::KeysInterface};
use futures_util::{Stream, StreamExt, stream};
use tokio::time::sleep;
use tower_sessions::Session;

/// The field of the session, and the key in Redis.
const VISITS: &str = "visits";

/// Shows how often this client has been here.
pub(crate) async fn show_visits(session: Provided<Session>) -> Result<Json<u64>, HttpError> {
    Ok(Json(session.get(VISITS).await?.unwrap_or(0)))
}

/// Counts a visit of this client. Two requests of one session at a time may count as one.
pub(crate) async fn count_visit(
    session: Provided<Session>,
    State(redis): State<Client>,
) -> Result<Json<u64>, HttpError> {
    let visits = session.get::<u64>(VISITS).await?.unwrap_or(0) + 1;
    session.insert(VISITS, visits).await?;
    redis.incr::<u64, _>(VISITS).await?;
    Ok(Json(visits))
}

/// Turns the 500 of the layer that could not save the session into a 503.
#[middleware]
pub(crate) async fn report_unsaved(req: Request, next: Next) -> Result<Response, HttpError> {
    let result = next.try_run(req).await;
    result.map_err(|error| match (error.status(), error.source()) {
        // Any other 500 has a source. The layer logs its own.
        (StatusCode::INTERNAL_SERVER_ERROR, None) => {
            error.with_status(StatusCode::SERVICE_UNAVAILABLE)
        }
        _ => error,
    })
}

/// Sends the number of all visits each second until the server stops. The client then connects to another process.
pub(crate) async fn watch_visits(
    shutdown: Shutdown,
    State(redis): State<Client>,
) -> Sse<impl Stream<Item = Result<Event, Error>>> {
    let visits = stream::unfold(redis, async |redis| {
        sleep(Duration::from_secs(1)).await;
        let visits: Result<Option<u64>, Error> = redis.get(VISITS).await;
        let event = visits.map(|visits| Event::default().data(visits.unwrap_or(0).to_string()));
        Some((event, redis))
    });
    Sse::new(visits.take_until(shutdown.started()))
}
