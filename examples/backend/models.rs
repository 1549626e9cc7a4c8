//! What clients send and get.

use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use validator::Validate;

/// A user. Clients do not see the hash.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[schema(as = UserPublic)]
pub(crate) struct User {
    pub(crate) id: Uuid,
    pub(crate) email: String,
    pub(crate) is_active: bool,
    pub(crate) is_superuser: bool,
    pub(crate) full_name: Option<String>,
    #[serde(skip)]
    pub(crate) hash: String,
}

#[derive(Debug, Default, Deserialize, ToSchema, Validate)]
pub(crate) struct UserCreate {
    #[validate(email, length(max = 255))]
    pub(crate) email: String,
    pub(crate) is_active: Option<bool>,
    pub(crate) is_superuser: Option<bool>,
    #[validate(length(max = 255))]
    pub(crate) full_name: Option<String>,
    #[validate(length(min = 8, max = 128))]
    pub(crate) password: String,
}

#[derive(Debug, Deserialize, ToSchema, Validate)]
pub(crate) struct UserRegister {
    #[validate(email, length(max = 255))]
    pub(crate) email: String,
    #[validate(length(min = 8, max = 128))]
    pub(crate) password: String,
    #[validate(length(max = 255))]
    pub(crate) full_name: Option<String>,
}

impl From<UserRegister> for UserCreate {
    fn from(user: UserRegister) -> Self {
        Self {
            email: user.email,
            password: user.password,
            full_name: user.full_name,
            ..Self::default()
        }
    }
}

/// A change of a user. A missing field stays as it is.
#[derive(Debug, Deserialize, ToSchema, Validate)]
pub(crate) struct UserUpdate {
    #[validate(email, length(max = 255))]
    pub(crate) email: Option<String>,
    pub(crate) is_active: Option<bool>,
    pub(crate) is_superuser: Option<bool>,
    #[validate(length(max = 255))]
    pub(crate) full_name: Option<String>,
    #[validate(length(min = 8, max = 128))]
    pub(crate) password: Option<String>,
}

#[derive(Debug, Deserialize, ToSchema, Validate)]
pub(crate) struct UserUpdateMe {
    #[validate(length(max = 255))]
    pub(crate) full_name: Option<String>,
    #[validate(email, length(max = 255))]
    pub(crate) email: Option<String>,
}

#[derive(Debug, Deserialize, ToSchema, Validate)]
pub(crate) struct UpdatePassword {
    #[validate(length(min = 8, max = 128))]
    pub(crate) current_password: String,
    #[validate(length(min = 8, max = 128))]
    pub(crate) new_password: String,
}

#[derive(Debug, Deserialize, ToSchema, Validate)]
pub(crate) struct NewPassword {
    pub(crate) token: String,
    #[validate(length(min = 8, max = 128))]
    pub(crate) new_password: String,
}

/// The form of the password flow of OAuth 2.
#[derive(Debug, Deserialize, ToSchema, Validate)]
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
    pub(crate) title: String,
    pub(crate) description: Option<String>,
}

#[derive(Debug, Deserialize, ToSchema, Validate)]
pub(crate) struct ItemCreate {
    #[validate(length(min = 1, max = 255))]
    pub(crate) title: String,
    #[validate(length(max = 255))]
    pub(crate) description: Option<String>,
}

#[derive(Debug, Deserialize, ToSchema, Validate)]
pub(crate) struct ItemUpdate {
    #[validate(length(min = 1, max = 255))]
    pub(crate) title: Option<String>,
    #[validate(length(max = 255))]
    pub(crate) description: Option<String>,
}

/// The part of a list that the client asks for.
#[derive(Debug, Deserialize, IntoParams, Validate)]
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
