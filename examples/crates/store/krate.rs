//! A crate and its versions. `crate` is a keyword, hence the name.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

/// A crate.
#[derive(Clone, Debug, Default)]
pub(crate) struct Krate {
    pub(crate) name: String,
    pub(crate) description: String,
    pub(crate) keywords: Vec<String>,
    pub(crate) categories: Vec<String>,
    pub(crate) owners: BTreeSet<Owner>,
    pub(crate) followers: BTreeSet<u32>,
    /// Only a trusted publisher may publish a version.
    pub(crate) trustpub_only: bool,
    /// The versions, oldest first.
    pub(crate) versions: Vec<Version>,
}

/// An owner of a crate.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Owner {
    User(u32),
    /// The login of a team: `github:rust-lang:libs`.
    Team(String),
}

/// A version of a crate.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct Version {
    pub(crate) num: String,
    pub(crate) license: String,
    pub(crate) crate_size: usize,
    pub(crate) downloads: u64,
    pub(crate) yanked: bool,
    pub(crate) yank_message: Option<String>,
    #[serde(skip)]
    pub(crate) readme: String,
    #[serde(skip)]
    pub(crate) dependencies: Vec<Dependency>,
    /// The ID of the user.
    #[serde(skip)]
    pub(crate) published_by: u32,
}

/// A dependency of a version.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Dependency {
    #[serde(rename(serialize = "crate_id"))]
    pub(crate) name: String,
    #[serde(rename(serialize = "req"))]
    pub(crate) version_req: String,
}

impl Krate {
    /// Returns the number of downloads of all versions.
    pub(crate) fn downloads(&self) -> u64 {
        self.versions.iter().map(|version| version.downloads).sum()
    }

    /// Returns the newest version that is not yanked.
    pub(crate) fn newest(&self) -> Option<&Version> {
        self.versions.iter().rev().find(|version| !version.yanked)
    }

    /// Returns the version with this number.
    pub(crate) fn version(&self, num: &str) -> Option<&Version> {
        self.versions.iter().find(|version| version.num == num)
    }

    /// Returns whether the user is an owner.
    pub(crate) fn is_owned_by(&self, user: u32) -> bool {
        self.owners.contains(&Owner::User(user))
    }

    /// Returns whether the newest version depends on this crate.
    pub(crate) fn depends_on(&self, name: &str) -> bool {
        let dependencies = self.newest().map(|version| &version.dependencies);
        dependencies.is_some_and(|all| all.iter().any(|dependency| dependency.name == name))
    }
}
