//! Request and response bodies.

#![expect(
    clippy::option_option,
    reason = "a field of a change may be missing, `null` or a value"
)]

use serde::{Deserialize, Deserializer, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::rules::{Email, Password, Short, Title};

/// A user. Clients do not see the hash.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[schema(as = UserPublic)]
pub(crate) struct User {
    pub(crate) id: Uuid,
    pub(crate) email: Email,
    pub(crate) is_active: bool,
    pub(crate) is_superuser: bool,
    pub(crate) full_name: Option<Short>,
    #[serde(skip)]
    pub(crate) hash: String,
}

#[derive(Debug, Deserialize, ToSchema)]
pub(crate) struct UserCreate {
    pub(crate) email: Email,
    pub(crate) is_active: Option<bool>,
    pub(crate) is_superuser: Option<bool>,
    pub(crate) full_name: Option<Short>,
    pub(crate) password: Password,
}

#[derive(Debug, Deserialize, ToSchema)]
pub(crate) struct UserRegister {
    pub(crate) email: Email,
    pub(crate) password: Password,
    pub(crate) full_name: Option<Short>,
}

impl From<UserRegister> for UserCreate {
    fn from(user: UserRegister) -> Self {
        Self {
            email: user.email,
            password: user.password,
            full_name: user.full_name,
            is_active: None,
            is_superuser: None,
        }
    }
}

/// A change of a user. A missing field stays as it is, and `null` removes the name.
#[derive(Debug, Deserialize, ToSchema)]
pub(crate) struct UserUpdate {
    pub(crate) email: Option<Email>,
    pub(crate) is_active: Option<bool>,
    pub(crate) is_superuser: Option<bool>,
    #[serde(default, deserialize_with = "present")]
    pub(crate) full_name: Option<Option<Short>>,
    pub(crate) password: Option<Password>,
}

#[derive(Debug, Deserialize, ToSchema)]
pub(crate) struct UserUpdateMe {
    #[serde(default, deserialize_with = "present")]
    pub(crate) full_name: Option<Option<Short>>,
    pub(crate) email: Option<Email>,
}

#[derive(Debug, Deserialize, ToSchema)]
pub(crate) struct UpdatePassword {
    pub(crate) current_password: Password,
    pub(crate) new_password: Password,
}

#[derive(Debug, Deserialize, ToSchema)]
pub(crate) struct NewPassword {
    pub(crate) token: String,
    pub(crate) new_password: Password,
}

/// The form of the password flow of OAuth 2.
#[derive(Debug, Deserialize, ToSchema)]
pub(crate) struct Login {
    pub(crate) username: String,
    pub(crate) password: String,
}

#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Token {
    pub(crate) access_token: String,
    pub(crate) token_type: &'static str,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
#[schema(as = ItemPublic)]
pub(crate) struct Item {
    pub(crate) id: Uuid,
    pub(crate) owner_id: Uuid,
    pub(crate) title: Title,
    pub(crate) description: Option<Short>,
}

#[derive(Debug, Deserialize, ToSchema)]
pub(crate) struct ItemCreate {
    pub(crate) title: Title,
    pub(crate) description: Option<Short>,
}

#[derive(Debug, Deserialize, ToSchema)]
pub(crate) struct ItemUpdate {
    pub(crate) title: Option<Title>,
    #[serde(default, deserialize_with = "present")]
    pub(crate) description: Option<Option<Short>>,
}

/// The part of a list that the client asks for.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Page {
    skip: Option<u64>,
    limit: Option<u64>,
}

/// A part of a list, and the length of the list.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct List<T> {
    data: Vec<T>,
    count: usize,
}

impl Page {
    /// Takes this part of a list.
    pub(crate) fn of<T>(&self, list: Vec<T>) -> List<T> {
        let number = |number: Option<u64>, default| match number {
            Some(number) => usize::try_from(number).unwrap_or(usize::MAX),
            None => default,
        };
        let (skip, limit) = (number(self.skip, 0), number(self.limit, 100));
        let count = list.len();
        List {
            data: list.into_iter().skip(skip).take(limit).collect(),
            count,
        }
    }
}

#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Message {
    message: &'static str,
}

impl Message {
    pub(crate) fn new(message: &'static str) -> axum::Json<Self> {
        axum::Json(Self { message })
    }
}

/// Deserializes a field that is not missing. Inside of the outer `Some`, `null` is `None`.
fn present<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
    value: D,
) -> Result<Option<T>, D::Error> {
    T::deserialize(value).map(Some)
}

/// Sets a value, if there is a new one.
pub(crate) fn set<T>(value: &mut T, new: Option<T>) {
    if let Some(new) = new {
        *value = new;
    }
}
