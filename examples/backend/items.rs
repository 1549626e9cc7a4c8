//! The items of the users.

use axum::{
    Json,
    extract::{Path, Query, State},
};
use concentric::{HttpError, Part, Provided, app};
use serde::Deserialize;
use uuid::Uuid;

use crate::{
    auth::CurrentUser,
    models::{Item, ItemCreate, ItemUpdate, List, Message, Page, set},
    openapi::path_of,
    store::Store,
    validation::Valid,
};

app! {
    /// The items of the user, or all items for a superuser.
    pub(crate) fn items(state: Store) -> Part<CurrentUser> {
        GET "/items/" => list_items,
        POST "/items/" => create_item,
        GET "/items/{id}" => show_item,
        PUT "/items/{id}" => update_item,
        DELETE "/items/{id}" => delete_item,
    }
}

#[derive(Deserialize)]
struct ById {
    id: Uuid,
}

impl ById {
    /// Returns the item, if the user may see and change it.
    fn item(&self, store: &Store, user: &CurrentUser) -> Result<Item, HttpError> {
        let item = store.item(self.id).ok_or_else(missing)?;
        if user.is_superuser || item.owner_id == user.id {
            Ok(item)
        } else {
            Err(HttpError::forbidden("Not enough permissions"))
        }
    }
}

/// Lists the items.
#[utoipa::path(
    get, path = path_of::<Self>(), params(Page), responses((status = 200, body = List<Item>)),
)]
async fn list_items(
    State(store): State<Store>,
    user: Provided<CurrentUser>,
    Valid(Query(page)): Valid<Query<Page>>,
) -> Json<List<Item>> {
    let mut items = store.items();
    items.retain(|item| user.is_superuser || item.owner_id == user.id);
    Json(page.of(items))
}

/// Creates an item.
#[utoipa::path(
    post, path = path_of::<Self>(), request_body = ItemCreate,
    responses((status = 200, body = Item)),
)]
async fn create_item(
    State(store): State<Store>,
    user: Provided<CurrentUser>,
    Valid(Json(new)): Valid<Json<ItemCreate>>,
) -> Json<Item> {
    let ItemCreate { title, description } = new;
    Json(store.add_item(Item {
        id: Uuid::new_v4(),
        owner_id: user.id,
        title,
        description,
    }))
}

/// Shows an item.
#[utoipa::path(
    get, path = path_of::<Self>(), params(("id" = Uuid, Path)),
    responses((status = 200, body = Item)),
)]
async fn show_item(
    State(store): State<Store>,
    user: Provided<CurrentUser>,
    Valid(Path(by)): Valid<Path<ById>>,
) -> Result<Json<Item>, HttpError> {
    by.item(&store, &user).map(Json)
}

/// Changes an item.
#[utoipa::path(
    put, path = path_of::<Self>(), params(("id" = Uuid, Path)), request_body = ItemUpdate,
    responses((status = 200, body = Item)),
)]
async fn update_item(
    State(store): State<Store>,
    user: Provided<CurrentUser>,
    Valid((Path(by), Json(change))): Valid<(Path<ById>, Json<ItemUpdate>)>,
) -> Result<Json<Item>, HttpError> {
    by.item(&store, &user)?;
    let changed = store.change_item(by.id, |item| {
        set(&mut item.title, change.title);
        set(&mut item.description, change.description);
    });
    changed.map(Json).ok_or_else(missing)
}

/// Deletes an item.
#[utoipa::path(
    delete, path = path_of::<Self>(), params(("id" = Uuid, Path)),
    responses((status = 200, body = Message)),
)]
async fn delete_item(
    State(store): State<Store>,
    user: Provided<CurrentUser>,
    Valid(Path(by)): Valid<Path<ById>>,
) -> Result<Json<Message>, HttpError> {
    store.delete_item(by.item(&store, &user)?.id);
    Ok(Message::new("Item deleted successfully"))
}

fn missing() -> HttpError {
    HttpError::not_found("Item not found")
}
