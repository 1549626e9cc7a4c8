//! The versions of a crate.

use axum::{
    Json,
    extract::{Path, Query, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{Html, IntoResponse, Redirect},
};
use concentric::{Next, Part, Provided, Request, Response, app, middleware};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::{
    auth::{authenticate, require_cookie, require_owner, require_scope},
    error::AppError,
    pagination::Pagination,
    store::{Accounts, Krate, Krates, Registry, TokenScope::Yank, Version},
};

app! {
    /// The versions of the crate that this part requires.
    pub(crate) fn versions(state: Registry) -> Part<Krate> {
        /// Lists the versions of a crate, newest first.
        GET "/versions" => list_versions,

        scope "/{version}" with [find_version] {
            /// Shows a version.
            GET "/" => show_version,
            /// Yanks or unyanks a version, with a message.
            PATCH "/" => update_version with [authenticate, require_cookie, require_owner],
            /// Lists the dependencies of a version.
            GET "/dependencies" => dependencies,
            /// Counts the downloads of a version.
            GET "/downloads" => version_downloads,
            /// Names the authors of a version.
            GET "/authors" => authors,
            /// Shows the README of a version.
            GET "/readme" => readme,
            /// Redirects to the file of a version.
            GET "/download" => download,

            scope with [authenticate, require_scope(Yank), require_owner] {
                /// Yanks a version.
                DELETE "/yank" => yank,
                /// Unyanks a version.
                PUT "/unyank" => unyank,
                /// Builds the documentation of a version again.
                POST "/rebuild_docs" => rebuild_docs,
            }
        }
    }
}

/// The parameter of a version's path.
#[derive(Deserialize)]
struct VersionPath {
    version: String,
}

/// Provides the version of the path.
#[middleware]
async fn find_version(
    Path(path): Path<VersionPath>,
    krate: Provided<Krate>,
    req: Request,
    next: Next<Version>,
) -> Result<Response, AppError> {
    let version = krate.version(&path.version).cloned();
    let version = version.ok_or_else(|| AppError::NoSuchVersion {
        name: krate.name.clone(),
        num: path.version,
    })?;
    Ok(next.provide(version).run(req).await)
}

async fn list_versions(
    Query(pagination): Query<Pagination>,
    krate: Provided<Krate>,
) -> Result<Json<Value>, AppError> {
    let versions: Vec<_> = krate.versions.iter().rev().collect();
    Ok(Json(pagination.page("versions", &versions)?))
}

async fn show_version(version: Provided<Version>) -> Json<Value> {
    Json(json!({ "version": *version }))
}

#[derive(Deserialize)]
struct VersionChange {
    yanked: bool,
    yank_message: Option<String>,
}

async fn update_version(
    State(krates): State<Krates>,
    krate: Provided<Krate>,
    Provided(mut version): Provided<Version>,
    Json(change): Json<VersionChange>,
) -> Json<Value> {
    version.yanked = change.yanked;
    version.yank_message = change.yank_message;
    krates.update_version(&krate.name, &version.num, |stored| {
        *stored = version.clone();
    });
    Json(json!({ "version": version }))
}

async fn dependencies(version: Provided<Version>) -> Json<Value> {
    Json(json!({ "dependencies": version.dependencies }))
}

async fn version_downloads(version: Provided<Version>) -> Json<Value> {
    Json(json!({ "version_downloads": version.downloads }))
}

async fn authors(State(accounts): State<Accounts>, version: Provided<Version>) -> Json<Value> {
    let author = accounts.user(version.published_by);
    let names: Vec<_> = author.into_iter().map(|user| user.name).collect();
    Json(json!({ "meta": { "names": names }, "users": [] }))
}

async fn readme(version: Provided<Version>) -> Html<String> {
    Html(version.0.readme)
}

/// Counts the download. Answers with the URL as JSON if the client asks for it.
async fn download(
    State(krates): State<Krates>,
    headers: HeaderMap,
    krate: Provided<Krate>,
    version: Provided<Version>,
) -> Response {
    let (name, num) = (&krate.name, &version.num);
    krates.update_version(name, num, |version| version.downloads += 1);
    let url = format!("https://static.example.com/crates/{name}/{name}-{num}.crate");
    let accept = headers.get(header::ACCEPT).map(HeaderValue::as_bytes);
    if accept == Some(b"application/json") {
        Json(json!({ "url": url })).into_response()
    } else {
        Redirect::to(&url).into_response()
    }
}

async fn yank(
    State(krates): State<Krates>,
    krate: Provided<Krate>,
    version: Provided<Version>,
) -> Json<Value> {
    krates.update_version(&krate.name, &version.num, |version| version.yanked = true);
    Json(json!({ "ok": true }))
}

async fn unyank(
    State(krates): State<Krates>,
    krate: Provided<Krate>,
    version: Provided<Version>,
) -> Json<Value> {
    krates.update_version(&krate.name, &version.num, |version| version.yanked = false);
    Json(json!({ "ok": true }))
}

async fn rebuild_docs(krate: Provided<Krate>, version: Provided<Version>) -> StatusCode {
    tracing::info!("build the documentation of {} {}", krate.name, version.num);
    StatusCode::CREATED
}
