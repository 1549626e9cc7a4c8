//! Middleware that read, drain and replace the body.

use std::convert::Infallible;

use axum::{
    Router,
    body::{Body, Bytes, to_bytes},
    extract::State,
};
use concentric::{HttpError, Next, Request, Response, app, middleware};
use futures_util::{StreamExt, stream};

use crate::support::{Events, Reply, request, send_request};

/// Reads the whole body and restores it.
#[middleware]
async fn keep(
    #[config] name: &str,
    State(events): State<Events>,
    req: Request,
    next: Next,
) -> Result<Response, HttpError> {
    let (parts, body) = req.into_parts();
    let bytes = to_bytes(body, usize::MAX).await?;
    events.add(format!("{name} reads {bytes:?}"));
    let response = next
        .run(Request::from_parts(parts, Body::from(bytes.clone())))
        .await;
    events.add(format!("{name} still has {bytes:?}"));
    Ok(response)
}

/// Reads the whole body and leaves an empty one.
#[middleware]
async fn drain(State(events): State<Events>, mut req: Request, next: Next) -> Response {
    let body = std::mem::take(req.body_mut());
    let pieces = body.into_data_stream().count().await;
    events.add(format!("drains {pieces}"));
    next.run(req).await
}

/// Doubles every chunk of the request.
#[middleware]
async fn double(req: Request, next: Next) -> Response {
    let req = req.map(|body| {
        let pieces = body.into_data_stream();
        Body::from_stream(pieces.map(|piece| piece.map(|piece| [&piece[..], &piece[..]].concat())))
    });
    next.run(req).await
}

/// Appends a chunk to the request.
#[middleware]
async fn append(#[config] text: &'static str, req: Request, next: Next) -> Response {
    let req = req.map(|body| {
        let last = stream::once(async move { Ok(Bytes::from_static(text.as_bytes())) });
        Body::from_stream(body.into_data_stream().chain(last))
    });
    next.run(req).await
}

/// Takes the first chunk, passes the rest on, and records each chunk as it passes.
#[middleware]
async fn take_first(State(events): State<Events>, req: Request, next: Next) -> Response {
    let (parts, body) = req.into_parts();
    let mut pieces = body.into_data_stream();
    let first = pieces.next().await;
    events.add(format!("takes {:?}", first.unwrap().unwrap()));
    let rest =
        pieces.inspect(move |piece| events.add(format!("passes {:?}", piece.as_ref().unwrap())));
    next.run(Request::from_parts(parts, Body::from_stream(rest)))
        .await
}

/// Turns the response into upper case.
#[middleware]
async fn shout(req: Request, next: Next) -> Response {
    next.run(req).await.map(|body| {
        let pieces = body.into_data_stream();
        Body::from_stream(pieces.map(|piece| piece.map(|piece| piece.to_ascii_uppercase())))
    })
}

/// Returns the body, read as a whole.
async fn whole(State(events): State<Events>, body: String) -> String {
    events.add(format!("handler reads {body:?}"));
    body
}

/// Returns the chunks of the body, read one by one.
async fn pieces(State(events): State<Events>, body: Body) -> String {
    let mut pieces = body.into_data_stream();
    let mut all = Vec::new();
    while let Some(piece) = pieces.next().await {
        let piece = String::from_utf8(piece.unwrap().to_vec()).unwrap();
        events.add(format!("handler reads {piece:?}"));
        all.push(piece);
    }
    all.join("|")
}

app! {
    fn bodies(state: Events) -> Router {
        POST "/kept/whole" => whole with [keep("a"), keep("b")],
        POST "/kept/pieces" => pieces with [keep("a")],
        POST "/drained/whole" => whole with [drain],
        POST "/drained/pieces" => pieces with [drain],
        POST "/doubled" => whole with [keep("a"), double],
        POST "/appended" => whole with [keep("a"), append("-foo")],
        POST "/first" => pieces with [take_first],
        POST "/shouted" => pieces with [shout],
        POST "/unread" => async || "unread" with [keep("a")],
    }
}

/// Sends a body of three chunks, and returns the events and the response.
async fn post(path: &str) -> Vec<String> {
    let events = Events::default();
    let body = Body::from_stream(stream::iter(["one", "two", "six"].map(Ok::<_, Infallible>)));
    let req = request("POST", path).map(|_| body);
    let reply: Reply = send_request(&bodies(events.clone()), req).await;
    let mut events = events.take();
    events.push(reply.brief());
    events
}

#[tokio::test]
async fn a_body_that_a_middleware_buffers_can_be_read_again_by_inner_ones() {
    assert_eq!(
        post("/kept/whole").await,
        [
            r#"a reads b"onetwosix""#,
            r#"b reads b"onetwosix""#,
            r#"handler reads "onetwosix""#,
            r#"b still has b"onetwosix""#,
            r#"a still has b"onetwosix""#,
            "200 onetwosix",
        ]
    );
    assert_eq!(
        post("/kept/pieces").await,
        [
            r#"a reads b"onetwosix""#,
            r#"handler reads "onetwosix""#,
            r#"a still has b"onetwosix""#,
            "200 onetwosix",
        ]
    );
    assert_eq!(
        post("/unread").await,
        [
            r#"a reads b"onetwosix""#,
            r#"a still has b"onetwosix""#,
            "200 unread",
        ]
    );
}

#[tokio::test]
async fn a_body_that_a_middleware_drains_is_empty_for_inner_ones() {
    assert_eq!(
        post("/drained/whole").await,
        ["drains 3", r#"handler reads """#, "200 "]
    );
    assert_eq!(post("/drained/pieces").await, ["drains 3", "200 "]);
}

#[tokio::test]
async fn a_changed_body_is_changed_only_for_inner_middleware_and_the_handler() {
    assert_eq!(
        post("/doubled").await,
        [
            r#"a reads b"onetwosix""#,
            r#"handler reads "onetwosixonetwosix""#,
            r#"a still has b"onetwosix""#,
            "200 onetwosixonetwosix",
        ]
    );
    assert_eq!(
        post("/appended").await,
        [
            r#"a reads b"onetwosix""#,
            r#"handler reads "onetwosix-foo""#,
            r#"a still has b"onetwosix""#,
            "200 onetwosix-foo",
        ]
    );
}

#[tokio::test]
async fn a_middleware_and_the_handler_can_share_a_body_chunk_by_chunk() {
    assert_eq!(
        post("/first").await,
        [
            r#"takes b"one""#,
            r#"passes b"two""#,
            r#"handler reads "two""#,
            r#"passes b"six""#,
            r#"handler reads "six""#,
            "200 two|six",
        ]
    );
}

#[tokio::test]
async fn a_middleware_can_change_the_response_body() {
    assert_eq!(
        post("/shouted").await,
        [
            r#"handler reads "one""#,
            r#"handler reads "two""#,
            r#"handler reads "six""#,
            "200 ONE|TWO|SIX",
        ]
    );
}
