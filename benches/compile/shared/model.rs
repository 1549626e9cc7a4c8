//! The types that the handlers use.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use axum::extract::FromRef;
use serde::{Deserialize, Serialize};

#[derive(Clone, Default)]
pub struct AppState {
    items: Arc<Mutex<HashMap<u64, Item>>>,
    settings: Arc<Settings>,
}

impl AppState {
    pub fn items(&self) -> MutexGuard<'_, HashMap<u64, Item>> {
        self.items.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl FromRef<AppState> for Arc<Settings> {
    fn from_ref(state: &AppState) -> Self {
        Arc::clone(&state.settings)
    }
}

pub struct Settings {
    pub token: String,
    pub region: String,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            token: "valid".to_owned(),
            region: "north".to_owned(),
        }
    }
}

#[derive(Clone, Serialize)]
pub struct Item {
    pub id: u64,
    pub name: String,
    pub owner: String,
    pub notes: Vec<String>,
}

#[derive(Deserialize)]
pub struct NewItem {
    pub name: String,
}

#[derive(Deserialize)]
pub struct Search {
    pub name: String,
    pub limit: Option<usize>,
}

#[derive(Clone)]
pub struct CurrentUser {
    pub name: String,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Role {
    Reader,
    Editor,
}

impl CurrentUser {
    pub fn has(&self, role: Role) -> bool {
        role == Role::Reader || self.name.starts_with("editor")
    }
}
