//! Keywords and categories.

use std::collections::BTreeMap;

use axum::{
    Json,
    extract::{Path, Query, State},
};
use concentric::{Part, app};
use serde::Serialize;
use serde_json::{Value, json};

use crate::{error::AppError, pagination::Pagination, store::Krates};

app! {
    /// The keywords and the categories.
    pub(crate) fn catalog(state: Krates) -> Part {
        /// Lists the keywords.
        GET "/keywords" => list_keywords,
        /// Shows a keyword.
        GET "/keywords/{keyword}" => show_keyword,
        /// Lists the categories.
        GET "/categories" => list_categories,
        /// Shows a category.
        GET "/categories/{category}" => show_category,
        /// Lists the slugs of the categories.
        GET "/category_slugs" => list_category_slugs,
    }
}

/// A keyword or a category.
#[derive(Serialize)]
struct Entry {
    id: String,
    crates_cnt: usize,
}

fn entries(counts: BTreeMap<String, usize>) -> Vec<Entry> {
    let entries = counts.into_iter();
    entries
        .map(|(id, crates_cnt)| Entry { id, crates_cnt })
        .collect()
}

fn find(
    counts: &BTreeMap<String, usize>,
    what: &'static str,
    id: String,
) -> Result<Entry, AppError> {
    match counts.get(&id) {
        Some(&crates_cnt) => Ok(Entry { id, crates_cnt }),
        None => Err(AppError::missing(what, id)),
    }
}

async fn list_keywords(
    State(krates): State<Krates>,
    Query(pagination): Query<Pagination>,
) -> Result<Json<Value>, AppError> {
    let keywords = entries(krates.count(|krate| &krate.keywords));
    Ok(Json(pagination.page("keywords", &keywords)?))
}

async fn show_keyword(
    State(krates): State<Krates>,
    Path(keyword): Path<String>,
) -> Result<Json<Value>, AppError> {
    let keyword = find(&krates.count(|krate| &krate.keywords), "keyword", keyword)?;
    Ok(Json(json!({ "keyword": keyword })))
}

async fn list_categories(
    State(krates): State<Krates>,
    Query(pagination): Query<Pagination>,
) -> Result<Json<Value>, AppError> {
    let categories = entries(krates.count(|krate| &krate.categories));
    Ok(Json(pagination.page("categories", &categories)?))
}

async fn show_category(
    State(krates): State<Krates>,
    Path(category): Path<String>,
) -> Result<Json<Value>, AppError> {
    let category = find(
        &krates.count(|krate| &krate.categories),
        "category",
        category,
    )?;
    Ok(Json(json!({ "category": category })))
}

async fn list_category_slugs(State(krates): State<Krates>) -> Json<Value> {
    let slugs = krates.count(|krate| &krate.categories).into_keys();
    let slugs: Vec<_> = slugs
        .map(|slug| json!({ "id": slug, "slug": slug }))
        .collect();
    Json(json!({ "category_slugs": slugs }))
}
