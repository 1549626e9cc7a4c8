//! The data of the backend, which is kept in memory.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use concentric::HttpError;
use tokio::time::Instant;
use uuid::Uuid;

use crate::{
    models::{Item, User},
    passwords::Passwords,
    settings::Settings,
};

/// Everything the backend stores. Clones share the data.
#[derive(Clone)]
pub(crate) struct Store {
    data: Arc<Mutex<Data>>,
    pub(crate) passwords: Passwords,
    /// The origin of the frontend.
    pub(crate) frontend: Arc<str>,
}

#[derive(Default)]
struct Data {
    users: Vec<User>,
    items: Vec<Item>,
    /// The tokens, which prove a login or the address of an email. The hash of a map is keyed at random, so the time of a
    /// lookup does not tell how much of a token is right.
    tokens: HashMap<String, Token>,
}

impl Data {
    /// Finds out whether another user has the email address of this one.
    fn has_email(&self, user: &User) -> bool {
        let mut others = self.users.iter().filter(|other| other.id != user.id);
        others.any(|other| other.email == user.email)
    }
}

struct Token {
    purpose: Purpose,
    user: Uuid,
    expires: Instant,
}

/// What a token is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    Access,
    Recovery,
}

impl Purpose {
    /// Returns how long a token is valid.
    fn validity(self) -> Duration {
        let hours = match self {
            Self::Access => 8 * 24,
            Self::Recovery => 48,
        };
        Duration::from_secs(hours * 60 * 60)
    }
}

impl Store {
    pub(crate) fn new(settings: &Settings) -> Result<Self, HttpError> {
        Ok(Self {
            data: Arc::default(),
            passwords: settings.passwords()?,
            frontend: settings.frontend.as_str().into(),
        })
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
            .find(|user| *user.email == *email)
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

    /// Deletes a user and their items. Their tokens are kept but no longer identify a user.
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
        let text = Uuid::new_v4().simple().to_string();
        let now = Instant::now();
        let expires = now + purpose.validity();
        let token = Token {
            purpose,
            user,
            expires,
        };
        let tokens = &mut self.data().tokens;
        // Anyone can ask for a recovery, so a user has one such token.
        let is_replaced = |old: &Token| {
            (old.user, old.purpose, purpose) == (user, Purpose::Recovery, Purpose::Recovery)
        };
        tokens.retain(|_, old| old.expires > now && !is_replaced(old));
        tokens.insert(text.clone(), token);
        text
    }

    /// Returns the ID of the user of a token, who may be deleted.
    pub(crate) fn user_of_token(&self, purpose: Purpose, token: &str) -> Option<Uuid> {
        let data = self.data();
        let token = data.tokens.get(token)?;
        let is_valid = token.purpose == purpose && token.expires > Instant::now();
        is_valid.then_some(token.user)
    }

    /// Ends all tokens of a user.
    pub(crate) fn revoke_tokens(&self, user: Uuid) {
        self.data().tokens.retain(|_, token| token.user != user);
    }
}
