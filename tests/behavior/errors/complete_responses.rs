//! The response of an `HttpError`, for each kind of status.

use axum::Router;
use concentric::{HttpError, app};
use http::{HeaderValue, StatusCode, header};

use tower_http::compression::CompressionLayer;

use crate::support::{Events, Server, Site, record_outcome, request, send, send_request};

app! {
    fn whole() -> Router {
        GET "/" => async || {
            HttpError::unauthorized("who \"are\" you")
                .with_header(header::WWW_AUTHENTICATE, HeaderValue::from_static("Basic"))
                .with_header(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"))
                .with_source("a secret")
        },
        GET "/typed" => async || {
            let json = HeaderValue::from_static("application/problem+json");
            HttpError::conflict("taken").with_header(header::CONTENT_TYPE, json)
        },
        GET "/json" => async || HttpError::conflict("taken").with_json([1, 2]),
    }
}

#[tokio::test]
async fn an_http_error_becomes_a_complete_response() {
    let reply = send(&whole(), "GET", "/").await;
    assert_eq!(
        reply,
        "401\ncontent-length: 28\ncontent-type: application/json\nwww-authenticate: Basic\n\
         www-authenticate: Bearer\n\n{\"detail\":\"who \\\"are\\\" you\"}"
    );
    let reply = send(&whole(), "GET", "/typed").await;
    assert_eq!(
        reply,
        "409\ncontent-length: 18\ncontent-type: application/problem+json\n\n{\"detail\":\"taken\"}"
    );
    let reply = send(&whole(), "GET", "/json").await;
    assert_eq!(
        reply,
        "409\ncontent-length: 5\ncontent-type: application/json\n\n[1,2]"
    );
}

fn of_status(code: u16) -> HttpError {
    HttpError::new(StatusCode::from_u16(code).unwrap(), "meant")
}

app! {
    fn statuses(state: Events) -> Router with [record_outcome] {
        GET "/100" => async || of_status(100),
        GET "/101" => async || of_status(101),
        GET "/103" => async || HttpError::conflict("meant").with_status(StatusCode::EARLY_HINTS),
        GET "/204" => async || of_status(204),
        GET "/205" => async || of_status(205),
        GET "/304" => async || {
            of_status(304)
                .with_json([7])
                .with_header(header::ETAG, HeaderValue::from_static("\"a\""))
                .with_header(header::CONTENT_TYPE, HeaderValue::from_static("text/html"))
        },
        GET "/later" => async || HttpError::conflict("meant").with_status(StatusCode::NO_CONTENT),
    }
}

#[tokio::test]
async fn an_error_of_1xx_is_a_500_whose_source_says_what_was_meant() {
    let site = Site::new(statuses);
    for code in [100, 101, 103] {
        assert_eq!(
            site.trace("GET", &format!("/{code}")).await,
            [
                format!(
                    "Err 500: Internal Server Error \
                     (an error cannot have the status {code}: meant)"
                ),
                r#"500 {"detail":"Internal Server Error"}"#.to_owned(),
            ]
        );
    }
}

#[test]
fn an_error_of_1xx_keeps_its_earlier_source() {
    let error = HttpError::conflict("meant").with_source("earlier".to_owned());
    let error = error.with_status(StatusCode::PROCESSING);
    let source = error.source().unwrap();
    assert_eq!(source.source().unwrap().to_string(), "earlier");
}

#[tokio::test]
async fn an_error_of_204_205_or_304_has_no_body_in_memory() {
    let site = Site::new(statuses);
    for (path, whole) in [
        ("/204", "204\n\n"),
        ("/205", "205\ncontent-length: 0\n\n"),
        ("/304", "304\netag: \"a\"\n\n"),
        ("/later", "204\n\n"),
    ] {
        assert_eq!(site.send("GET", path).await, whole, "{path}");
    }
    assert_eq!(
        site.events.take(),
        [
            "Err 204: meant",
            "Err 205: meant",
            "Err 304: meant",
            "Err 204: meant"
        ]
    );
}

#[tokio::test]
async fn an_error_of_204_205_or_304_has_no_body_on_the_wire() {
    let server = Server::start(statuses(Events::default())).await;
    for (path, whole) in [
        ("/204", "HTTP/1.1 204 No Content\n\n"),
        // RFC 9110 requires that a 205 tells that it has no content.
        ("/205", "HTTP/1.1 205 Reset Content\ncontent-length: 0\n\n"),
        ("/304", "HTTP/1.1 304 Not Modified\netag: \"a\"\n\n"),
        ("/later", "HTTP/1.1 204 No Content\n\n"),
    ] {
        assert_eq!(server.answer("GET", path).await, whole, "{path}");
        assert_eq!(server.answer("HEAD", path).await, whole, "HEAD {path}");
    }
}

#[tokio::test]
async fn any_other_204_or_304_without_a_body_has_no_length_on_the_wire() {
    app! {
        fn plain() -> Router {
            GET "/204" => StatusCode::NO_CONTENT,
            GET "/handler/204" => async || StatusCode::NO_CONTENT,
            GET "/304" => async || (StatusCode::NOT_MODIFIED, [(header::ETAG, "\"a\"")]),
            // The length of the response to a GET that is not conditional.
            GET "/length/304" =>
                async || (StatusCode::NOT_MODIFIED, [(header::CONTENT_LENGTH, "7")]),
        }
    }
    let server = Server::start(plain()).await;
    for (path, whole) in [
        ("/204", "HTTP/1.1 204 No Content\n\n"),
        ("/handler/204", "HTTP/1.1 204 No Content\n\n"),
        ("/304", "HTTP/1.1 304 Not Modified\netag: \"a\"\n\n"),
        (
            "/length/304",
            "HTTP/1.1 304 Not Modified\ncontent-length: 7\n\n",
        ),
    ] {
        assert_eq!(server.answer("GET", path).await, whole, "{path}");
        assert_eq!(server.answer("HEAD", path).await, whole, "HEAD {path}");
    }
}

#[tokio::test]
async fn compression_gives_no_body_to_an_error_without_one() {
    app! {
        fn compressed() -> Router with [CompressionLayer::new()] {
            GET "/204" => async || HttpError::new(StatusCode::NO_CONTENT, "meant"),
            GET "/205" => async || HttpError::new(StatusCode::RESET_CONTENT, "meant"),
            GET "/304" => async || HttpError::new(StatusCode::NOT_MODIFIED, "meant"),
        }
    }
    for path in ["/204", "/205", "/304"] {
        let mut req = request("GET", path);
        let gzip = HeaderValue::from_static("gzip");
        req.headers_mut().insert("accept-encoding", gzip);
        let reply = send_request(&compressed(), req).await;
        assert_eq!(reply.body, "", "{path}");
        assert!(!reply.headers.contains_key("content-encoding"), "{path}");
    }
}
