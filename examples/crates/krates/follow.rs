//! Following a crate.

use axum::{Json, extract::State};
use concentric::Provided;
use serde_json::{Value, json};

use crate::{
    auth::CurrentUser,
    store::{Krate, Krates},
};

pub(super) async fn follow_crate(
    State(krates): State<Krates>,
    krate: Provided<Krate>,
    user: Provided<CurrentUser>,
) -> Json<Value> {
    krates.update(&krate.name, |krate| {
        krate.followers.insert(user.id);
    });
    Json(json!({ "ok": true }))
}

pub(super) async fn unfollow_crate(
    State(krates): State<Krates>,
    krate: Provided<Krate>,
    user: Provided<CurrentUser>,
) -> Json<Value> {
    krates.update(&krate.name, |krate| {
        krate.followers.remove(&user.id);
    });
    Json(json!({ "ok": true }))
}

pub(super) async fn is_following(
    krate: Provided<Krate>,
    user: Provided<CurrentUser>,
) -> Json<Value> {
    Json(json!({ "following": krate.followers.contains(&user.id) }))
}
