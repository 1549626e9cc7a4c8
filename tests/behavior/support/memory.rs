//! Requests in memory.

use std::{fmt, time::Duration};

use axum::{
    Router,
    body::{Body, to_bytes},
};
use concentric::{Request, Response};
use http::HeaderMap;
use tokio::time::timeout;
use tower::ServiceExt;

/// A complete response.
///
/// It equals a text of its status, its sorted headers, an empty line and its body.
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) body: String,
}

impl Reply {
    pub(crate) async fn read(response: Response) -> Self {
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, usize::MAX).await.unwrap();
        Self {
            status: parts.status.as_u16(),
            headers: parts.headers,
            body: String::from_utf8_lossy(&body).into_owned(),
        }
    }

    /// Returns the status and the body.
    pub(crate) fn brief(&self) -> String {
        format!("{} {}", self.status, self.body)
    }

    /// Returns all values of a header in their order.
    pub(crate) fn header(&self, name: &str) -> Vec<&str> {
        let values = self.headers.get_all(name).iter();
        values.map(|value| value.to_str().unwrap()).collect()
    }
}

impl fmt::Display for Reply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.status)?;
        let mut headers: Vec<_> = self
            .headers
            .iter()
            .map(|(name, value)| format!("{name}: {}", value.to_str().unwrap()))
            .collect();
        headers.sort();
        for header in headers {
            writeln!(f, "{header}")?;
        }
        write!(f, "\n{}", self.body)
    }
}

/// Shows the text that [`Reply`] is compared with.
impl fmt::Debug for Reply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.to_string(), f)
    }
}

impl PartialEq<&str> for Reply {
    fn eq(&self, text: &&str) -> bool {
        let whole = self.to_string();
        whole == *text
    }
}

/// Returns a request without a body.
pub(crate) fn request(method: &str, path: &str) -> Request {
    let request = Request::builder().method(method).uri(path);
    request.body(Body::empty()).unwrap()
}

pub(crate) async fn send(app: &Router, method: &str, path: &str) -> Reply {
    send_request(app, request(method, path)).await
}

pub(crate) async fn send_request(app: &Router, request: Request) -> Reply {
    // Longer than any layer waits in a test with paused time.
    let limit = Duration::from_secs(100);
    let reply = async { Reply::read(app.clone().oneshot(request).await.unwrap()).await };
    timeout(limit, reply)
        .await
        .expect("the app did not respond within 100 seconds")
}
