//! Shared by the tests: a recorder of events, requests in memory, and a real server.

mod events;
pub(crate) mod http2;
mod log;
mod memory;
mod wire;

use std::{
    future::Future,
    panic::{AssertUnwindSafe, catch_unwind},
    time::Duration,
};

pub(crate) use self::{
    events::{Events, OnDrop, Site, answered, note, note_layer, reached, record_outcome, say},
    log::Log,
    memory::{Reply, request, send, send_request},
    wire::Server,
};

/// Waits for a future, and fails after ten seconds, so that no test hangs.
pub(crate) async fn soon<F: Future>(future: F) -> F::Output {
    // A test that passes never reaches this limit.
    tokio::time::timeout(Duration::from_secs(10), future)
        .await
        .expect("the future did not finish within ten seconds")
}

/// Returns the message with which a function panics.
pub(crate) fn panic_of<T>(make: impl FnOnce() -> T) -> String {
    let panic = catch_unwind(AssertUnwindSafe(make))
        .err()
        .expect("it did not panic");
    *panic.downcast::<String>().unwrap()
}

/// The last line of the trace of an unmatched path.
pub(crate) const NOT_FOUND: &str = r#"404 {"detail":"Not Found"}"#;

/// The last line of the trace of a known path with an unknown method.
pub(crate) const METHOD_NOT_ALLOWED: &str = r#"405 {"detail":"Method Not Allowed"}"#;
