//! Serves files without the 500s that `ServeDir` makes of odd paths.

use std::{convert::Infallible, path::Path};

use axum::{
    body::Body,
    extract::Request,
    response::{IntoResponse, Response},
};
use http::{Method, StatusCode};
use tower::{Service, ServiceExt, service_fn};
use tower_http::services::ServeDir;

/// The longest name of a file, in bytes, on the usual file systems.
const LONGEST: usize = 255;

/// Serves the files of a folder. `ServeDir` of tower-http 0.7.1 makes a 500 of three kinds of requests, as the test
/// below shows. Here they are a 404, and every other 5xx of it stays.
pub(super) fn files(
    folder: &Path,
) -> impl Service<Request, Response = Response, Error = Infallible, Future: Send>
+ Clone
+ Send
+ Sync
+ 'static {
    let folder = ServeDir::new(folder).precompressed_gzip();
    service_fn(move |req: Request| {
        let path = req.uri().path();
        let has_nul = req.method() == Method::HEAD && path.contains("%00");
        let is_known = !path.starts_with('/') || path.len() > LONGEST || has_nul;
        let response = folder.clone().oneshot(req);
        async move {
            let response = response.await?.map(Body::new);
            if is_known && response.status() == StatusCode::INTERNAL_SERVER_ERROR {
                return Ok(StatusCode::NOT_FOUND.into_response());
            }
            Ok(response)
        }
    })
}

/// Once this fails, `files` can be a plain `ServeDir`.
#[tokio::test]
async fn serve_dir_in_plain_axum_makes_a_500_of_odd_paths() {
    let router = axum::Router::new().fallback_service(ServeDir::new("."));
    let long = format!("/{}", "a".repeat(LONGEST + 1));
    for (method, uri, status) in [
        ("GET", "host:443", StatusCode::INTERNAL_SERVER_ERROR),
        ("GET", &long, StatusCode::INTERNAL_SERVER_ERROR),
        ("GET", &long[..LONGEST], StatusCode::NOT_FOUND),
        ("HEAD", "/%00", StatusCode::INTERNAL_SERVER_ERROR),
        ("GET", "/%00", StatusCode::NOT_FOUND),
    ] {
        let req = Request::builder().method(method).uri(uri);
        let req = req.body(Body::empty()).unwrap();
        let response = router.clone().oneshot(req).await.unwrap();
        assert_eq!(response.status(), status, "{method} {uri}");
    }
}
