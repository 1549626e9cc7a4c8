//! The site itself: its pages, numbers and health.

use std::cmp::Reverse;

use axum::{
    Json,
    extract::{Path, State},
    http::StatusCode,
    response::Html,
};
use concentric::{Part, app};
use serde_json::{Value, json};
use tower_http::services::{ServeDir, ServeFile};

use crate::{
    error::AppError,
    krates::crate_view,
    store::{Krate, Krates},
};

app! {
    /// What the website shows about the registry.
    pub(crate) fn site(state: Krates) -> Part {
        /// Summarizes the registry for the front page.
        GET "/summary" => summary,
        /// Returns the version of the deployed code.
        GET "/site_metadata" => site_metadata,
    }
}

async fn summary(State(krates): State<Krates>) -> Json<Value> {
    let mut all = krates.filter(|_| true);
    all.sort_by_key(|krate| Reverse(krate.downloads()));
    Json(json!({
        "num_crates": all.len(),
        "num_downloads": all.iter().map(Krate::downloads).sum::<u64>(),
        "most_downloaded": all.iter().take(10).map(crate_view).collect::<Vec<_>>(),
        "popular_keywords": krates.count(|krate| &krate.keywords),
    }))
}

async fn site_metadata() -> Json<Value> {
    Json(json!({ "deployed_sha": option_env!("GIT_COMMIT").unwrap_or("unknown") }))
}

/// Returns the numbers of the service or of this instance, in the format of Prometheus.
pub(crate) async fn metrics(
    State(krates): State<Krates>,
    Path(kind): Path<String>,
) -> Result<String, AppError> {
    match &*kind {
        "service" => Ok(format!("crates_total {}\n", krates.filter(|_| true).len())),
        "instance" => Ok("up 1\n".to_owned()),
        _ => Err(AppError::missing("kind of metrics", kind)),
    }
}

/// Returns the files that the pages use.
pub(crate) fn assets() -> ServeDir {
    ServeDir::new(concat!(env!("CARGO_MANIFEST_DIR"), "/crates/assets"))
}

/// Returns the files of a local index.
pub(crate) fn git_index() -> ServeDir {
    ServeDir::new(concat!(env!("CARGO_MANIFEST_DIR"), "/crates/index"))
}

/// Returns what search engines must not read.
pub(crate) fn robots() -> ServeFile {
    ServeFile::new(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/crates/assets/robots.txt"
    ))
}

/// Returns the front page.
pub(crate) fn index() -> Html<&'static str> {
    Html(include_str!("assets/index.html"))
}

/// Returns the page for an unmatched path.
pub(crate) fn not_found() -> (StatusCode, Html<&'static str>) {
    (
        StatusCode::NOT_FOUND,
        Html(include_str!("assets/not-found.html")),
    )
}
