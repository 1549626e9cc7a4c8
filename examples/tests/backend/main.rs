//! Sends requests to the `backend` example, in memory.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]
#![allow(dead_code, reason = "the tests do not read the environment")]

#[path = "../../backend/api.rs"]
mod api;
#[path = "../../backend/auth.rs"]
mod auth;
#[path = "../../backend/items.rs"]
mod items;
#[path = "../../backend/login.rs"]
mod login;
#[path = "../../backend/messages.rs"]
mod messages;
#[path = "../../backend/models.rs"]
mod models;
#[path = "../../backend/openapi.rs"]
mod openapi;
#[path = "../../backend/passwords.rs"]
mod passwords;
#[path = "../../backend/private.rs"]
mod private;
#[path = "../../backend/rules.rs"]
mod rules;
#[path = "../../backend/settings.rs"]
mod settings;
#[path = "../../backend/store.rs"]
mod store;
#[path = "../../backend/users.rs"]
mod users;
#[path = "../../backend/utils.rs"]
mod utils;
#[path = "../../backend/validation.rs"]
mod validation;

mod about_accounts;
mod about_bodies;
mod about_documents;
mod about_invalid_requests;
mod about_items;
mod about_login;
mod about_paths;
mod about_recovery;
mod about_settings;
mod about_users;
mod about_validation;
mod client;
#[path = "../support/mod.rs"]
mod support;
