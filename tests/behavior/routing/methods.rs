//! The methods of a route.

use axum::Router;
use concentric::app;

use crate::support::{METHOD_NOT_ALLOWED, send};

app! {
    fn methods() -> Router {
        GET "/each" => async || "get",
        POST "/each" => async || "post",
        PUT "/each" => async || "put",
        PATCH "/each" => async || "patch",
        DELETE "/each" => async || "delete",
        HEAD "/each" => async || [("x-head", "head")],
        OPTIONS "/each" => async || "options",
        TRACE "/each" => async || "trace",
        CONNECT "/each" => async || [("x-connect", "connect")],

        GET | POST | DELETE "/some" => async |method: http::Method| method.to_string(),
        PUT "/some" => async || "put",

        ANY "/any" => async |method: http::Method| method.to_string(),
        GET "/any" => async || "get",
    }
}

#[tokio::test]
async fn a_route_answers_its_methods_and_no_others() {
    let app = methods();
    for method in ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"] {
        let reply = send(&app, method, "/each").await;
        assert_eq!(reply.brief(), format!("200 {}", method.to_lowercase()));
    }
    let reply = send(&app, "HEAD", "/each").await;
    assert_eq!(reply, "200\ncontent-length: 0\nx-head: head\n\n");
    let reply = send(&app, "CONNECT", "/each").await;
    assert_eq!(reply, "200\nx-connect: connect\n\n");

    for (method, path, answer) in [
        ("GET", "/some", "200 GET"),
        ("POST", "/some", "200 POST"),
        ("DELETE", "/some", "200 DELETE"),
        ("PUT", "/some", "200 put"),
        ("PATCH", "/some", METHOD_NOT_ALLOWED),
        ("GET", "/any", "200 get"),
        ("POST", "/any", "200 POST"),
        ("PURGE", "/any", "200 PURGE"),
    ] {
        let reply = send(&app, method, path).await;
        assert_eq!(reply.brief(), answer, "{method} {path}");
    }
    assert_eq!(
        send(&app, "PATCH", "/some").await.header("allow"),
        ["GET,HEAD,POST,DELETE,PUT"]
    );
}
