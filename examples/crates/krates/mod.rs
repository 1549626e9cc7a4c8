//! The crates: the search, and everything about one crate.

mod follow;
pub(crate) mod publish;
mod search;
mod view;

use axum::{
    Json,
    extract::{Path, Query, State},
    http::StatusCode,
};
use concentric::{Next, Part, Provided, Request, Response, app, middleware};
use serde::Deserialize;
use serde_json::{Value, json};

pub(crate) use self::view::crate_view;
use self::{
    follow::{follow_crate, is_following, unfollow_crate},
    search::search,
    view::version_view,
};
use crate::{
    auth::{authenticate, require_cookie, require_owner},
    error::AppError,
    owners,
    pagination::Pagination,
    store::{Krate, Krates, Registry},
    versions,
};

app! {
    /// The crates.
    pub(crate) fn krates(state: Registry) -> Part {
        stack as_owner = [authenticate, require_cookie, require_owner],

        /// Searches the crates.
        GET "/" => search,

        scope "/{name}" with [find_crate] {
            /// Shows a crate with its versions, keywords and categories.
            GET "/" => show_crate,
            /// Changes the settings of a crate.
            PATCH "/" => update_crate with [..as_owner],
            /// Deletes a crate.
            DELETE "/" => delete_crate with [..as_owner],
            /// Counts the downloads of each version.
            GET "/downloads" => crate_downloads,
            /// Lists the crates that depend on a crate.
            GET "/reverse_dependencies" => reverse_dependencies,

            scope with [authenticate, require_cookie] {
                /// Follows a crate.
                PUT "/follow" => follow_crate,
                /// Unfollows a crate.
                DELETE "/follow" => unfollow_crate,
                /// Returns whether the user follows a crate.
                GET "/following" => is_following,
            }

            include owners::owners(state.clone()),
            include versions::versions(state.clone()),
        }
    }
}

/// The parameter of a crate's path. A struct ignores the other parameters of inner routes.
#[derive(Deserialize)]
pub(crate) struct CratePath {
    name: String,
}

/// Provides the crate of the path.
#[middleware]
async fn find_crate(
    State(krates): State<Krates>,
    Path(path): Path<CratePath>,
    req: Request,
    next: Next<Krate>,
) -> Result<Response, AppError> {
    let krate = krates.get(&path.name);
    let krate = krate.ok_or_else(|| AppError::missing("crate", path.name))?;
    Ok(next.provide(krate).run(req).await)
}

async fn show_crate(krate: Provided<Krate>) -> Json<Value> {
    let versions = krate.versions.iter().rev();
    let versions: Vec<_> = versions
        .map(|version| version_view(&krate, version))
        .collect();
    Json(json!({
        "crate": crate_view(&krate),
        "versions": versions,
        "keywords": krate.keywords,
        "categories": krate.categories,
    }))
}

#[derive(Deserialize)]
struct Settings {
    trustpub_only: bool,
}

async fn update_crate(
    State(krates): State<Krates>,
    Provided(mut krate): Provided<Krate>,
    Json(settings): Json<Settings>,
) -> Json<Value> {
    krate.trustpub_only = settings.trustpub_only;
    krates.update(&krate.name, |krate| {
        krate.trustpub_only = settings.trustpub_only;
    });
    Json(json!({ "crate": crate_view(&krate) }))
}

async fn delete_crate(
    State(krates): State<Krates>,
    krate: Provided<Krate>,
) -> Result<StatusCode, AppError> {
    if !krates
        .filter(|other| other.depends_on(&krate.name))
        .is_empty()
    {
        return Err(AppError::invalid("other crates depend on this crate"));
    }
    krates.delete(&krate.name);
    Ok(StatusCode::NO_CONTENT)
}

async fn crate_downloads(krate: Provided<Krate>) -> Json<Value> {
    let versions = krate.versions.iter();
    let downloads: Vec<_> = versions
        .map(|version| json!({ "version": version.num, "downloads": version.downloads }))
        .collect();
    Json(json!({ "version_downloads": downloads }))
}

async fn reverse_dependencies(
    State(krates): State<Krates>,
    Query(pagination): Query<Pagination>,
    krate: Provided<Krate>,
) -> Result<Json<Value>, AppError> {
    let dependents = krates.filter(|other| other.depends_on(&krate.name));
    let names: Vec<_> = dependents.into_iter().map(|krate| krate.name).collect();
    Ok(Json(pagination.page("dependencies", &names)?))
}
