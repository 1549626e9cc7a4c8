//! The group "Caching".

use std::{
    sync::atomic::{AtomicU32, Ordering},
    time::Duration,
};

use axum::Router;
use axum_response_cache::CacheLayer;
use concentric::{Request, app};
use http::{HeaderValue, header::CACHE_CONTROL};
use tower_http::set_header::SetResponseHeaderLayer;

use crate::support::{get, index, send};

app! {
    fn fresh() -> Router with [
        SetResponseHeaderLayer::if_not_present(
            CACHE_CONTROL,
            HeaderValue::from_static("max-age=60"),
        ),
    ] {
        GET "/" => index,
        GET "/own" => async || ([(CACHE_CONTROL, "no-store")], "mine"),
    }
}

#[tokio::test]
async fn a_response_says_how_long_it_is_fresh() {
    let app = fresh();
    let control = async |path| get(&app, path).await.header("cache-control").to_owned();
    assert_eq!(control("/").await, "max-age=60");
    assert_eq!(control("/own").await, "no-store");
}

async fn count() -> String {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    COUNT.fetch_add(1, Ordering::Relaxed).to_string()
}

app! {
    fn cached() -> Router {
        GET "/" => count with [CacheLayer::with_lifespan(Duration::from_secs(30))],
    }
}

#[tokio::test]
async fn a_cached_response_is_returned_to_every_client() {
    let app = cached();
    assert_eq!(get(&app, "/").await.text(), "0");
    assert_eq!(get(&app, "/").await.text(), "0");
    let request = Request::get("/").header("authorization", "Bearer other");
    assert_eq!(send(&app, request).await.text(), "0");
    assert_eq!(get(&app, "/?page=2").await.text(), "1");
}
