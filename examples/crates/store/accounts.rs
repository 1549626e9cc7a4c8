//! Users, their sessions and their tokens.

use std::collections::{BTreeMap, HashMap};

use serde::Serialize;

use super::{
    shared::Shared,
    token::{ApiToken, Grant, secret},
};

/// A user of the registry.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct User {
    pub(crate) id: u32,
    pub(crate) login: String,
    pub(crate) name: String,
    #[serde(skip)]
    pub(crate) email: Option<String>,
    /// The token that confirms the email address.
    #[serde(skip)]
    pub(crate) email_token: Option<String>,
    #[serde(skip)]
    pub(crate) email_notifications: bool,
    #[serde(skip)]
    pub(crate) is_admin: bool,
    /// Why an admin has locked the account.
    #[serde(skip)]
    pub(crate) lock: Option<String>,
}

/// All accounts.
#[derive(Clone, Default)]
pub(crate) struct Accounts(Shared<Data>);

#[derive(Default)]
struct Data {
    users: BTreeMap<u32, User>,
    sessions: HashMap<String, u32>,
    tokens: Vec<ApiToken>,
    last_token: u32,
}

impl Accounts {
    /// Adds a user.
    pub(crate) fn add_user(&self, user: User) {
        self.0.access(|data| data.users.insert(user.id, user));
    }

    /// Returns the user with this ID.
    pub(crate) fn user(&self, id: u32) -> Option<User> {
        self.0.access(|data| data.users.get(&id).cloned())
    }

    /// Returns the user with this login.
    pub(crate) fn user_by_login(&self, login: &str) -> Option<User> {
        self.find_user(|user| user.login == login)
    }

    /// Returns the first user for whom the function holds.
    pub(crate) fn find_user(&self, is_wanted: impl Fn(&User) -> bool) -> Option<User> {
        self.0
            .access(|data| data.users.values().find(|user| is_wanted(user)).cloned())
    }

    /// Changes a user.
    pub(crate) fn update_user(&self, id: u32, change: impl FnOnce(&mut User)) {
        self.0.access(|data| data.users.get_mut(&id).map(change));
    }

    /// Starts to confirm an email address.
    pub(crate) fn send_confirmation(&self, id: u32) {
        self.update_user(id, |user| user.email_token = Some(secret("confirm_")));
    }

    /// Starts a session, and returns its secret.
    pub(crate) fn start_session(&self, user: u32) -> String {
        let secret = secret("session_");
        self.0
            .access(|data| data.sessions.insert(secret.clone(), user));
        secret
    }

    /// Ends a session.
    pub(crate) fn end_session(&self, secret: &str) {
        self.0.access(|data| data.sessions.remove(secret));
    }

    /// Returns the user of a session.
    pub(crate) fn user_by_session(&self, secret: &str) -> Option<User> {
        self.0.access(|data| {
            let id = data.sessions.get(secret)?;
            data.users.get(id).cloned()
        })
    }

    /// Creates a token.
    pub(crate) fn create_token(&self, user: u32, name: String, grant: Grant) -> ApiToken {
        self.add_token(user, name, grant, secret("cio"))
    }

    /// Creates a token with this secret.
    pub(crate) fn add_token(
        &self,
        user: u32,
        name: String,
        grant: Grant,
        secret: String,
    ) -> ApiToken {
        self.0.access(|data| {
            data.last_token += 1;
            let token = ApiToken {
                id: data.last_token,
                name,
                grant,
                user,
                secret,
            };
            data.tokens.push(token.clone());
            token
        })
    }

    /// Returns the tokens of a user.
    pub(crate) fn tokens(&self, user: u32) -> Vec<ApiToken> {
        self.0.access(|data| {
            let tokens = data.tokens.iter();
            tokens.filter(|token| token.user == user).cloned().collect()
        })
    }

    /// Returns the token with this secret.
    pub(crate) fn token_by_secret(&self, secret: &str) -> Option<ApiToken> {
        self.0.access(|data| {
            let mut tokens = data.tokens.iter();
            tokens.find(|token| token.secret == secret).cloned()
        })
    }

    /// Revokes a token of a user, and returns whether there was one.
    pub(crate) fn revoke_token(&self, user: u32, id: u32) -> bool {
        self.0.access(|data| {
            let before = data.tokens.len();
            data.tokens
                .retain(|token| (token.user, token.id) != (user, id));
            data.tokens.len() < before
        })
    }
}
