//! The search.

use std::cmp::Reverse;

use axum::{
    Json,
    extract::{Query, State},
};
use serde::Deserialize;
use serde_json::Value;

use super::view::crate_view;
use crate::{
    error::AppError,
    pagination::Pagination,
    store::{Krate, Krates},
};

/// What to search for. A crate must satisfy all that is given.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Search {
    q: String,
    keyword: Option<String>,
    category: Option<String>,
    user_id: Option<u32>,
    sort: Sort,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Sort {
    #[default]
    Alpha,
    Downloads,
}

impl Search {
    fn finds(&self, krate: &Krate) -> bool {
        let q = self.q.to_lowercase();
        let has = |words: &[String], word: &Option<String>| {
            word.as_ref().is_none_or(|word| words.contains(word))
        };
        (krate.name.contains(&q) || krate.description.to_lowercase().contains(&q))
            && has(&krate.keywords, &self.keyword)
            && has(&krate.categories, &self.category)
            && self.user_id.is_none_or(|user| krate.is_owned_by(user))
    }
}

pub(super) async fn search(
    State(krates): State<Krates>,
    Query(search): Query<Search>,
    Query(pagination): Query<Pagination>,
) -> Result<Json<Value>, AppError> {
    let mut found = krates.filter(|krate| search.finds(krate));
    if matches!(search.sort, Sort::Downloads) {
        found.sort_by_key(|krate| Reverse(krate.downloads()));
    }
    let found: Vec<_> = found.iter().map(crate_view).collect();
    Ok(Json(pagination.page("crates", &found)?))
}
