//! What the tests share: a recorder of events, requests in memory, and a real server.

mod events;
mod memory;
mod wire;

use std::{future::Future, time::Duration};

pub(crate) use self::{
    events::{Events, OnDrop, Site, answered, note, note_layer, reached, record_outcome, say},
    memory::{Reply, request, send, send_request},
    wire::Server,
};

/// Waits for what has to happen, and fails where it does not, so that no test hangs.
pub(crate) async fn soon<F: Future>(future: F) -> F::Output {
    // The time is never waited for in a test that passes.
    tokio::time::timeout(Duration::from_secs(10), future)
        .await
        .expect("it should have happened by now")
}

/// What ends the events of a request that nothing knows.
pub(crate) const NOT_FOUND: &str = r#"404 {"detail":"Not Found"}"#;
