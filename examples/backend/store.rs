//! The data of the backend, which is kept in memory.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use concentric::HttpError;
use uuid::Uuid;

use crate::{
    models::{Item, User},
    passwords::Passwords,
};

/// Everything the backend stores. Clones share the data.
#[derive(Clone)]
pub(crate) struct Store {
    data: Arc<Mutex<Data>>,
    pub(crate) passwords: Passwords,
}

#[derive(Default)]
struct Data {
    users: Vec<User>,
    items: Vec<Item>,
    /// The users of the tokens, which prove a login or the address of an email.
    tokens: HashMap<(Purpose, String), Uuid>,
}

impl Data {
    /// Finds out whether another user has the email address of this one.
    fn has_email(&self, user: &User) -> bool {
        let mut others = self.users.iter().filter(|other| other.id != user.id);
        others.any(|other| other.email == user.email)
    }
}

/// What a token is for.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Purpose {
    Access,
    Recovery,
}

impl Store {
    pub(crate) fn new(passwords: Passwords) -> Self {
        Self {
            data: Arc::default(),
            passwords,
        }
    }

    fn data(&self) -> MutexGuard<'_, Data> {
        // No method panics halfway, so a poisoned lock is usable.
        self.data.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn users(&self) -> Vec<User> {
        self.data().users.clone()
    }

    pub(crate) fn user(&self, id: Uuid) -> Option<User> {
        self.data().users.iter().find(|user| user.id == id).cloned()
    }

    pub(crate) fn user_by_email(&self, email: &str) -> Option<User> {
        self.data()
            .users
            .iter()
            .find(|user| user.email == email)
            .cloned()
    }

    /// Adds a user. Returns `None` if another one has the email address.
    pub(crate) fn add_user(&self, user: User) -> Option<User> {
        let mut data = self.data();
        if data.has_email(&user) {
            return None;
        }
        data.users.push(user.clone());
        Some(user)
    }

    /// Changes a user, whose email address must stay unique.
    pub(crate) fn change_user(
        &self,
        id: Uuid,
        change: impl FnOnce(&mut User),
    ) -> Result<User, HttpError> {
        let mut data = self.data();
        let index = data.users.iter().position(|user| user.id == id);
        let index = index.ok_or_else(|| HttpError::not_found("User not found"))?;
        let mut user = data.users[index].clone();
        change(&mut user);
        if data.has_email(&user) {
            return Err(HttpError::conflict("User with this email already exists"));
        }
        data.users[index].clone_from(&user);
        Ok(user)
    }

    /// Deletes a user and their items. Their tokens remain, and are those of nobody.
    pub(crate) fn delete_user(&self, id: Uuid) {
        let mut data = self.data();
        data.users.retain(|user| user.id != id);
        data.items.retain(|item| item.owner_id != id);
    }

    pub(crate) fn items(&self) -> Vec<Item> {
        self.data().items.clone()
    }

    pub(crate) fn item(&self, id: Uuid) -> Option<Item> {
        self.data().items.iter().find(|item| item.id == id).cloned()
    }

    pub(crate) fn add_item(&self, item: Item) -> Item {
        self.data().items.push(item.clone());
        item
    }

    pub(crate) fn change_item(&self, id: Uuid, change: impl FnOnce(&mut Item)) -> Option<Item> {
        let mut data = self.data();
        let item = data.items.iter_mut().find(|item| item.id == id)?;
        change(item);
        Some(item.clone())
    }

    pub(crate) fn delete_item(&self, id: Uuid) {
        self.data().items.retain(|item| item.id != id);
    }

    /// Returns a new token: 122 bits of the system's random numbers.
    pub(crate) fn create_token(&self, purpose: Purpose, user: Uuid) -> String {
        let token = Uuid::new_v4().simple().to_string();
        self.data().tokens.insert((purpose, token.clone()), user);
        token
    }

    /// Returns the ID of the user of a token, who may be deleted.
    pub(crate) fn user_of_token(&self, purpose: Purpose, token: &str) -> Option<Uuid> {
        self.data()
            .tokens
            .get(&(purpose, token.to_owned()))
            .copied()
    }

    /// Makes a token unusable.
    pub(crate) fn revoke_token(&self, purpose: Purpose, token: &str) {
        self.data().tokens.remove(&(purpose, token.to_owned()));
    }
}
