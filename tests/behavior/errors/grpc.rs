//! gRPC beside JSON: errors of gRPC requests become statuses in headers.

use axum::{Router, response::IntoResponse};
use concentric::{HttpError, Next, Request, Response, app, middleware};
use http::{HeaderValue, StatusCode, header};

use crate::support::{Events, Site, record_outcome, request, send_request};

/// Turns the errors of gRPC requests into `grpc-status`.
#[middleware]
async fn grpc_errors(req: Request, next: Next) -> Result<Response, HttpError> {
    let kind = req.headers().get(header::CONTENT_TYPE).cloned();
    let result = next.try_run(req).await;
    let Some(kind) = kind.filter(|kind| kind.as_bytes().starts_with(b"application/grpc")) else {
        return result;
    };
    let error = match result {
        Ok(response) => return Ok(response),
        Err(error) => error,
    };
    let code = match error.status().as_u16() {
        401 => "16",
        403 => "7",
        404 => "12",
        429 => "8",
        503 => "14",
        504 => "4",
        500.. => "13",
        _ => "2",
    };
    let message: String = error
        .detail()
        .bytes()
        .map(|byte| match byte {
            b' '..=b'~' if byte != b'%' => char::from(byte).to_string(),
            _ => format!("%{byte:02X}"),
        })
        .collect();
    let headers = [("grpc-status", code), ("grpc-message", &message)];
    Ok(([(header::CONTENT_TYPE, kind)], headers).into_response())
}

fn fail(code: u16) -> HttpError {
    HttpError::new(StatusCode::from_u16(code).unwrap(), "100 % über")
}

app! {
    fn mixed(state: Events) -> Router with [record_outcome, grpc_errors] {
        POST "/401" => async || fail(401),
        POST "/403" => async || fail(403),
        POST "/429" => async || fail(429),
        POST "/500" => async || fail(500),
        POST "/503" => async || fail(503),
        POST "/504" => async || fail(504),
        POST "/409" => async || fail(409),
        POST "/ok" => async || "handler",
    }
}

async fn call(site: &Site, path: &str, kind: &'static str) -> crate::support::Reply {
    let mut req = request("POST", path);
    let kind = HeaderValue::from_static(kind);
    req.headers_mut().insert(header::CONTENT_TYPE, kind);
    send_request(&site.app, req).await
}

#[tokio::test]
async fn errors_of_grpc_requests_become_a_200_with_a_grpc_status() {
    let site = Site::new(mixed);
    for (path, code) in [
        ("/401", "16"),
        ("/403", "7"),
        ("/429", "8"),
        ("/500", "13"),
        ("/503", "14"),
        ("/504", "4"),
        ("/409", "2"),
    ] {
        assert_eq!(
            call(&site, path, "application/grpc+proto").await,
            &*format!(
                "200\ncontent-length: 0\ncontent-type: application/grpc+proto\n\
                 grpc-message: 100 %25 %C3%BCber\ngrpc-status: {code}\n\n"
            ),
            "{path}"
        );
    }
    let reply = call(&site, "/shop.Orders/List", "application/grpc").await;
    assert_eq!(reply.header("grpc-status"), ["12"]);
    assert_eq!(
        call(&site, "/ok", "application/grpc").await.brief(),
        "200 handler"
    );
    assert!(site.events.take().iter().all(|event| event == "Ok 200"));
}

#[tokio::test]
async fn errors_of_other_requests_stay_json() {
    let site = Site::new(mixed);
    let reply = call(&site, "/nope", "application/json").await;
    assert_eq!(reply.brief(), r#"404 {"detail":"Not Found"}"#);
    assert_eq!(site.events.take(), ["Err 404: Not Found"]);
}
