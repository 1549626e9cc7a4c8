//! `after_response` runs work when the response has been sent.

mod ends;
mod errors;
mod order;
mod sent;
mod waits;

use std::{convert::Infallible, sync::Arc};

use axum::{
    Router,
    body::{Body, Bytes},
    extract::State,
    response::{IntoResponse, Response},
};
use concentric::{AfterResponse, AfterResponseLayer, HttpError, Provided, after_response, app};
use futures_util::stream::{self, StreamExt};
use http::StatusCode;
use tokio::sync::Notify;

use crate::support::Events;

/// The recorder, and signals that let the body and the work continue.
#[derive(Clone, Default)]
struct Hold {
    events: Events,
    body: Arc<Notify>,
    work: Arc<Notify>,
}

impl Hold {
    fn app(&self) -> Router {
        works(self.clone(), self.after())
    }

    /// Returns a middleware that records errors.
    fn after(&self) -> AfterResponseLayer {
        let events = self.events.clone();
        after_response().on_error(move |error| {
            let source = error.source().map(ToString::to_string).unwrap_or_default();
            events.add(format!("reports {error} ({source})"));
        })
    }

    /// Records that work has begun, waits for its signal, and records that it is done.
    async fn work(self, name: &'static str) {
        self.events.add(format!("begin {name}"));
        self.work.notified().await;
        self.events.add(format!("done {name}"));
    }
}

/// Gives other tasks the time to run what they can.
async fn settle() {
    for _ in 0..100 {
        tokio::task::yield_now().await;
    }
}

/// Returns two chunks, the second of them at the signal.
fn chunks(hold: &Hold) -> Response {
    let body = Arc::clone(&hold.body);
    let second = stream::once(async move {
        body.notified().await;
        "second"
    });
    let chunks = stream::iter(["first"]).chain(second);
    Body::from_stream(chunks.map(|chunk| Ok::<_, Infallible>(Bytes::from(chunk)))).into_response()
}

async fn stream_two(State(hold): State<Hold>, after: Provided<AfterResponse>) -> Response {
    after.run(hold.clone().work("work"));
    chunks(&hold)
}

async fn whole(State(hold): State<Hold>, after: Provided<AfterResponse>) -> &'static str {
    after.run(hold.work("work"));
    "whole"
}

async fn never(State(hold): State<Hold>, after: Provided<AfterResponse>) {
    let _guard = hold.events.on_drop("drop handler");
    after.run(hold.clone().work("work"));
    hold.events.add("handler");
    std::future::pending::<()>().await;
}

app! {
    fn works(state: Hold, after: AfterResponseLayer) -> Router with [after] {
        GET "/stream" => stream_two,
        GET "/whole" => whole,
        GET "/never" => never,
        GET "/204" => async |State(hold): State<Hold>, after: Provided<AfterResponse>| {
            after.run(hold.work("work"));
            StatusCode::NO_CONTENT
        },
        GET "/304" => async |State(hold): State<Hold>, after: Provided<AfterResponse>| {
            after.run(hold.work("work"));
            HttpError::new(StatusCode::NOT_MODIFIED, "same")
        },
        GET "/error" => async |State(hold): State<Hold>, after: Provided<AfterResponse>| {
            after.run(hold.work("work"));
            HttpError::conflict("taken")
        },
        GET "/panic" => async |State(hold): State<Hold>, after: Provided<AfterResponse>| -> () {
            after.run(hold.work("work"));
            panic!("on purpose")
        },
        GET "/idle" => async || "idle",
    }
}
