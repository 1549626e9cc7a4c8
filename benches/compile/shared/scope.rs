//! The handlers of one scope.

use axum::{
    Json,
    extract::{Path, Query, State},
    http::StatusCode,
};
$IMPORTS

use crate::{
    error::ApiError,
    model::{AppState, CurrentUser, Item, NewItem, Search},
};

pub async fn list(State(state): State<AppState>) -> Json<Vec<Item>> {
    Json(state.items().values().cloned().collect())
}

pub async fn create(
    State(state): State<AppState>,
    Json(new): Json<NewItem>,
) -> (StatusCode, Json<Item>) {
    let mut items = state.items();
    let id = items.len() as u64 + 1;
    let item = Item {
        id,
        name: new.name,
        owner: "scope $SCOPE".to_owned(),
        notes: Vec::new(),
    };
    items.insert(id, item.clone());
    (StatusCode::CREATED, Json(item))
}

pub async fn show(
    State(state): State<AppState>,
    Path(id): Path<u64>,
) -> Result<Json<Item>, ApiError> {
    let item = state.items().get(&id).cloned();
    item.map(Json).ok_or_else(|| ApiError::not_found("no such item"))
}

pub async fn replace(
    Path(id): Path<u64>,
    Json(new): Json<NewItem>,
) -> Result<Json<Item>, ApiError> {
    if new.name.is_empty() {
        return Err(ApiError::unprocessable("a name is needed"));
    }
    Ok(Json(Item {
        id,
        name: new.name,
        owner: String::new(),
        notes: Vec::new(),
    }))
}

pub async fn remove(Path(id): Path<u64>, $USER) -> Result<StatusCode, ApiError> {
    if user.name.is_empty() || id == 0 {
        return Err(ApiError::forbidden("not yours"));
    }
    Ok(StatusCode::NO_CONTENT)
}

pub async fn notes(Path(id): Path<u64>) -> Json<Vec<String>> {
    Json(vec![format!("note {id} of $SCOPE")])
}

pub async fn add_note(Path(id): Path<u64>, note: String) -> (StatusCode, String) {
    (StatusCode::CREATED, format!("{id}: {note}"))
}

pub async fn search(Query(search): Query<Search>) -> String {
    format!("{} {}", search.name, search.limit.unwrap_or(10))
}

pub async fn count() -> String {
    let number: u64 = $EDIT;
    number.to_string()
}

pub async fn owner($USER) -> String {
    format!("{} of $SCOPE", user.name)
}
