//! Errors and panics of the work.

use std::io;

use axum::{Router, extract::State};
use concentric::{AfterResponse, AfterResponseLayer, HttpError, Provided, after_response, app};
use http::StatusCode;

use super::Hold;
use crate::support::{Events, Log, Server, send, soon};

async fn panics() {
    panic!("on purpose")
}

app! {
    fn failing(state: Hold, after: AfterResponseLayer) -> Router with [after] {
        GET "/204" => async |State(hold): State<Hold>, after: Provided<AfterResponse>| {
            after.run(async { Err::<(), _>(io::Error::other("the disk is full")) });
            after.run(async { Err::<(), _>("a message") });
            after.run(async { Err::<(), _>(HttpError::conflict("taken").with_source("twice")) });
            after.run(async { Err::<(), _>(anyhow::anyhow!("any")) });
            after.run(panics());
            after.run(async { Ok::<_, io::Error>(()) });
            after.run(async move { hold.events.add("last") });
            StatusCode::NO_CONTENT
        },
    }
}

#[tokio::test]
async fn errors_and_panics_are_reported_after_a_204_and_the_following_work_runs() {
    let hold = Hold::default();
    let server = Server::start(failing(hold.clone(), hold.after())).await;
    assert_eq!(
        server.answer("GET", "/204").await,
        "HTTP/1.1 204 No Content\n\n"
    );
    hold.events.until("last").await;
    assert_eq!(
        hold.events.take(),
        [
            "reports 500: Internal Server Error (the disk is full)",
            "reports 500: Internal Server Error (a message)",
            "reports 409: taken (twice)",
            "reports 500: Internal Server Error (any)",
            "reports 500: Internal Server Error (panicked: on purpose)",
            "last",
        ]
    );
}

#[tokio::test]
async fn a_report_that_panics_stops_no_work() {
    let hold = Hold::default();
    let after = after_response().on_error(|error| panic!("{error}"));
    let app = failing(hold.clone(), after.clone());
    assert_eq!(send(&app, "GET", "/204").await.status, 204);
    hold.events.until("last").await;
    soon(after.wait()).await;
}

#[tokio::test]
async fn errors_are_logged_by_default() {
    let log = Log::default();
    let subscriber = tracing_subscriber::fmt()
        .with_ansi(false)
        .without_time()
        .with_writer(log.clone())
        .finish();
    let _guard = tracing::subscriber::set_default(subscriber);
    let hold = Hold {
        events: Events::default(),
        ..Hold::default()
    };
    let app = failing(hold.clone(), after_response());
    assert_eq!(send(&app, "GET", "/204").await.status, 204);
    hold.events.until("last").await;
    let log = log.take();
    let failed = "ERROR concentric: background task failed source=";
    let ends = [
        "the disk is full",
        "a message",
        "twice",
        "any",
        "panicked: on purpose",
    ];
    let lines = ends.map(|end| format!("{failed}{end}\n"));
    assert_eq!(log, lines.concat());
}
