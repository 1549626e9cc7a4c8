//! The group "Errors".

use axum::Router;
use concentric::{HttpError, app, map_source, problem_details};
use http::StatusCode;
use tower_http::catch_panic::CatchPanicLayer;

use crate::support::get;

#[expect(clippy::panic, reason = "the panic is tested")]
async fn panics() {
    panic!("out of luck");
}

async fn reads() -> Result<String, HttpError> {
    Ok(std::fs::read_to_string("no/such/file")?)
}

app! {
    fn caught() -> Router with [CatchPanicLayer::new()] {
        GET "/" => panics,
    }
}

app! {
    fn plain() -> Router with [problem_details] {
        GET "/panics" => panics,
        GET "/forbidden" => async || HttpError::forbidden("not yours"),
        GET "/reads" => reads with [map_source::<std::io::Error>(StatusCode::SERVICE_UNAVAILABLE)],
    }
}

#[tokio::test]
async fn a_panic_is_a_500() {
    let reply = get(&caught(), "/").await;
    assert_eq!((reply.status, reply.text()), (500, "Service panicked"));
}

#[tokio::test]
async fn a_panic_is_a_problem_for_problem_details() {
    let reply = get(&plain(), "/panics").await;
    assert_eq!(reply.status, 500);
    assert_eq!(reply.header("content-type"), "application/problem+json");
}

#[tokio::test]
async fn every_error_is_a_problem() {
    let app = plain();
    for (path, body) in [
        (
            "/forbidden",
            r#"{"title":"Forbidden","detail":"not yours","status":403}"#,
        ),
        ("/none", r#"{"title":"Not Found","status":404}"#),
    ] {
        let reply = get(&app, path).await;
        assert_eq!(reply.header("content-type"), "application/problem+json");
        let reply: serde_json::Value = serde_json::from_str(reply.text()).unwrap();
        assert_eq!(
            reply,
            serde_json::from_str::<serde_json::Value>(body).unwrap()
        );
    }
}

#[tokio::test]
async fn an_error_of_one_type_gets_a_status() {
    assert_eq!(get(&plain(), "/reads").await.status, 503);
}
