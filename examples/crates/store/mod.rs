//! The data of the registry, which is kept in memory.

mod accounts;
mod demo;
mod invitations;
mod krate;
mod krates;
mod publishers;
mod shared;
mod token;

use axum::extract::FromRef;

pub(crate) use self::{
    accounts::{Accounts, User},
    invitations::{Invitation, Invitations},
    krate::{Dependency, Krate, Owner, Version},
    krates::Krates,
    publishers::{Provider, Publisher, Publishers},
    token::{ApiToken, Grant, TokenScope},
};

/// Everything the registry stores. Clones share the data.
#[derive(Clone, Default)]
pub(crate) struct Registry {
    pub(crate) accounts: Accounts,
    pub(crate) invitations: Invitations,
    pub(crate) krates: Krates,
    pub(crate) publishers: Publishers,
}

impl FromRef<Registry> for Accounts {
    fn from_ref(registry: &Registry) -> Self {
        registry.accounts.clone()
    }
}

impl FromRef<Registry> for Invitations {
    fn from_ref(registry: &Registry) -> Self {
        registry.invitations.clone()
    }
}

impl FromRef<Registry> for Krates {
    fn from_ref(registry: &Registry) -> Self {
        registry.krates.clone()
    }
}

impl FromRef<Registry> for Publishers {
    fn from_ref(registry: &Registry) -> Self {
        registry.publishers.clone()
    }
}
