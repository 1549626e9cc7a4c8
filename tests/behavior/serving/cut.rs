//! The end of the shutdown's time, for connections that are no longer HTTP.

use std::time::Duration;

use axum::{
    Router,
    extract::{Request, State},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use concentric::app;
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncReadExt, AsyncWriteExt};

use crate::support::{Events, Server};

/// Upgrades the connection, and lets one task read and another write.
async fn split(State(events): State<Events>, mut request: Request) -> Response {
    let upgrade = hyper::upgrade::on(&mut request);
    tokio::spawn(async move {
        let socket = TokioIo::new(upgrade.await.unwrap());
        let (mut reader, mut writer) = tokio::io::split(socket);
        let reading = events.clone();
        tokio::spawn(async move {
            let result = reader.read_u8().await;
            reading.add(format!("reader {:?}", result.unwrap_err().kind()));
        });
        tokio::spawn(async move {
            // The client does not read, so this fills the buffers of the system and then waits.
            let block = vec![0; 1 << 20];
            let error = loop {
                let write = writer.write_all(&block);
                match tokio::time::timeout(Duration::from_millis(50), write).await {
                    Ok(Ok(())) => {}
                    Ok(Err(error)) => break error,
                    Err(_) => {
                        events.add("writer waits");
                        break writer.write_all(&block).await.unwrap_err();
                    }
                }
            };
            events.add(format!("writer {:?}", error.kind()));
        });
    });
    let headers = [(header::CONNECTION, "upgrade"), (header::UPGRADE, "raw")];
    (StatusCode::SWITCHING_PROTOCOLS, headers).into_response()
}

app! {
    fn site(state: Events) -> Router {
        GET "/split" => split,
        GET "/stuck" => stuck,
    }
}

/// Waits forever.
async fn stuck(State(events): State<Events>) {
    let _guard = events.on_drop("drop handler");
    events.add("handler");
    std::future::pending::<()>().await;
}

#[tokio::test]
async fn a_cut_wakes_both_halves_of_an_upgraded_connection() {
    let events = Events::default();
    let mut server = Server::start_with(site(events.clone()), |serve| {
        serve.shutdown_timeout(Duration::from_millis(20))
    })
    .await;
    let mut wire = server.connect().await;
    wire.write("GET /split HTTP/1.1\r\nhost: test\r\nconnection: upgrade\r\nupgrade: raw\r\n\r\n")
        .await;
    wire.head().await;
    events.until("writer waits").await;
    server.stop();
    server.stopped().await;
    events.until("reader ConnectionAborted").await;
    events.until("writer ConnectionAborted").await;
}

#[tokio::test]
async fn a_cut_ends_a_request_behind_which_another_waits() {
    let events = Events::default();
    let mut server = Server::start_with(site(events.clone()), |serve| {
        serve.shutdown_timeout(Duration::from_millis(20))
    })
    .await;
    // hyper does not read on while it has bytes of the next request.
    let mut wire = server.connect().await;
    wire.write(&"GET /stuck HTTP/1.1\r\nhost: test\r\n\r\n".repeat(2))
        .await;
    events.until("handler").await;
    server.stop();
    server.stopped().await;
    events.until("drop handler").await;
}
