//! `buffer` reads a body within a limit and puts it back.

use std::{
    io,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

use axum::{
    Router,
    body::{Body, Bytes},
    extract::State,
};
use concentric::{HttpError, Next, Request, Response, app, buffer, middleware};
use futures_util::{StreamExt, stream};
use http::{HeaderValue, header};
use tower_http::limit::RequestBodyLimitLayer;

use crate::support::{Events, Server, Site, record_outcome, request, send_request};

/// Reads at most six bytes.
#[middleware]
async fn read_six(
    State(events): State<Events>,
    mut req: Request,
    next: Next,
) -> Result<Response, HttpError> {
    let body = buffer(&mut req, 6).await?;
    events.add(format!("reads {body:?}"));
    Ok(next.run(req).await)
}

async fn echo(body: Bytes) -> Bytes {
    body
}

app! {
    fn buffered(state: Events) -> Router with [record_outcome] {
        POST "/" => echo with [read_six, read_six],
        POST "/limited" => echo with [RequestBodyLimitLayer::new(2), read_six],
    }
}

const TOO_LARGE: &str = r#"413 {"detail":"Payload Too Large"}"#;

async fn post(site: &Site, path: &str, body: Body, length: Option<&'static str>) -> Vec<String> {
    let mut req = request("POST", path).map(|_| body);
    if let Some(length) = length {
        let length = HeaderValue::from_static(length);
        req.headers_mut().insert(header::CONTENT_LENGTH, length);
    }
    let reply = send_request(&site.app, req).await;
    let mut events = site.events.take();
    events.push(reply.brief());
    events
}

fn pieces(pieces: &[&'static str]) -> Body {
    let pieces: Vec<_> = pieces.iter().copied().map(Ok::<_, io::Error>).collect();
    Body::from_stream(stream::iter(pieces))
}

#[tokio::test]
async fn a_body_within_the_limit_can_be_read_again() {
    let site = Site::new(buffered);
    for body in [Body::from("onetwo"), pieces(&["one", "two"])] {
        assert_eq!(
            post(&site, "/", body, None).await,
            [
                r#"reads b"onetwo""#,
                r#"reads b"onetwo""#,
                "Ok 200",
                "200 onetwo"
            ]
        );
    }
    assert_eq!(
        post(&site, "/", Body::empty(), None).await,
        [r#"reads b"""#, r#"reads b"""#, "Ok 200", "200 "]
    );
}

#[tokio::test]
async fn a_longer_body_is_a_413() {
    let site = Site::new(buffered);
    let read = Arc::new(AtomicUsize::new(0));
    let counted = || {
        let read = Arc::clone(&read);
        Body::from_stream(
            pieces(&["one", "two", "six"])
                .into_data_stream()
                .inspect(move |_| _ = read.fetch_add(1, Ordering::Relaxed)),
        )
    };
    // The size of this body is known.
    let trace = post(&site, "/", Body::from("onetwosix"), None).await;
    assert_eq!(trace, ["Err 413: Payload Too Large", TOO_LARGE]);
    // The header alone says the length: not a byte is read.
    let trace = post(&site, "/", counted(), Some("7")).await;
    assert_eq!(trace, ["Err 413: Payload Too Large", TOO_LARGE]);
    assert_eq!(read.load(Ordering::Relaxed), 0);
    let trace = post(&site, "/", counted(), None).await;
    assert_eq!(
        trace,
        [
            "Err 413: Payload Too Large (length limit exceeded)",
            TOO_LARGE
        ]
    );
    // An outer layer has a lower limit.
    let trace = post(&site, "/limited", counted(), None).await;
    assert_eq!(
        trace,
        [
            "Err 413: Payload Too Large (length limit exceeded)",
            TOO_LARGE
        ]
    );
}

#[tokio::test]
async fn a_body_that_breaks_off_is_a_400_with_the_cause() {
    let site = Site::new(buffered);
    let broken = stream::iter([Ok("one"), Err(io::Error::other("reset"))]);
    assert_eq!(
        post(&site, "/", Body::from_stream(broken), None).await,
        [
            "Err 400: Bad Request (reset)",
            r#"400 {"detail":"Bad Request"}"#
        ]
    );
}

#[tokio::test]
async fn a_body_that_breaks_off_or_is_too_long_on_the_wire_is_an_error_too() {
    let events = Events::default();
    let server = Server::start(buffered(events.clone())).await;
    let mut wire = server.connect().await;
    wire.write("POST / HTTP/1.1\r\nhost: test\r\ntransfer-encoding: chunked\r\n\r\nnonsense\r\n")
        .await;
    assert!(wire.head().await.starts_with("HTTP/1.1 400 Bad Request\n"));
    let mut wire = server.connect().await;
    // The server answers before the body is sent.
    wire.write("POST / HTTP/1.1\r\nhost: test\r\ncontent-length: 7\r\n\r\n")
        .await;
    assert!(
        wire.head()
            .await
            .starts_with("HTTP/1.1 413 Payload Too Large\n")
    );
}
