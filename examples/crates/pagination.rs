//! Pages of a list.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::error::AppError;

/// Which page of a list a client asks for.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
pub(crate) struct Pagination {
    page: Option<usize>,
    per_page: Option<usize>,
}

impl Pagination {
    const MAX_PER_PAGE: usize = 100;

    /// Returns the items of this page under a key, and the total beside them.
    pub(crate) fn page<T: Serialize>(self, key: &str, items: &[T]) -> Result<Value, AppError> {
        let (page, per_page) = (self.page.unwrap_or(1), self.per_page.unwrap_or(10));
        if page == 0 || per_page == 0 {
            return Err(AppError::invalid("pages are numbered from 1"));
        }
        if per_page > Self::MAX_PER_PAGE {
            let detail = format!("cannot request more than {} items", Self::MAX_PER_PAGE);
            return Err(AppError::Invalid(detail));
        }
        let start = (page - 1).saturating_mul(per_page).min(items.len());
        let end = items.len().min(start + per_page);
        let next_page =
            (end < items.len()).then(|| format!("?page={}&per_page={per_page}", page + 1));
        Ok(json!({
            key: &items[start..end],
            "meta": { "total": items.len(), "next_page": next_page },
        }))
    }
}
