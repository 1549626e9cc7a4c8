//! API tokens, and what they allow.

use std::{
    collections::hash_map::RandomState,
    hash::{BuildHasher, Hasher},
};

use serde::{Deserialize, Serialize};

/// What a token allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum TokenScope {
    ChangeOwners,
    PublishNew,
    PublishUpdate,
    TrustedPublishing,
    Yank,
}

/// The scopes and the crates of a token. `None` means all of them.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Grant {
    pub(crate) endpoint_scopes: Option<Vec<TokenScope>>,
    /// Names of crates. A name that ends with `*` stands for all that begin with the rest.
    pub(crate) crate_scopes: Option<Vec<String>>,
}

impl Grant {
    /// Returns whether the token has this scope.
    pub(crate) fn allows(&self, scope: TokenScope) -> bool {
        let scopes = self.endpoint_scopes.as_ref();
        scopes.is_none_or(|scopes| scopes.contains(&scope))
    }

    /// Returns whether the token is for this crate.
    pub(crate) fn allows_crate(&self, name: &str) -> bool {
        let fits = |pattern: &String| match pattern.strip_suffix('*') {
            Some(prefix) => name.starts_with(prefix),
            None => name == pattern,
        };
        let crates = self.crate_scopes.as_ref();
        crates.is_none_or(|crates| crates.iter().any(fits))
    }
}

/// An API token. The secret is shown only once.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct ApiToken {
    pub(crate) id: u32,
    pub(crate) name: String,
    #[serde(flatten)]
    pub(crate) grant: Grant,
    #[serde(skip)]
    pub(crate) user: u32,
    #[serde(skip)]
    pub(crate) secret: String,
}

/// Returns a new secret with this prefix.
pub(super) fn secret(prefix: &str) -> String {
    // The keys of a hasher are random enough for an example, and only for an example.
    let part = || RandomState::new().build_hasher().finish();
    format!("{prefix}{:016x}{:016x}", part(), part())
}
