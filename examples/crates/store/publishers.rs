//! Trusted publishers: repositories whose workflows may publish a crate.

use serde::{Deserialize, Serialize};

use super::shared::Shared;

/// A service that runs workflows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Provider {
    GitHub,
    GitLab,
}

/// A repository that may publish a crate.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Publisher {
    pub(crate) id: u32,
    #[serde(rename = "crate")]
    pub(crate) crate_name: String,
    /// The owner and the name: `rust-lang/regex`.
    pub(crate) repository: String,
    #[serde(skip)]
    pub(crate) provider: Provider,
    /// The ID of the user who trusts the repository.
    #[serde(skip)]
    pub(crate) created_by: u32,
}

/// All trusted publishers.
#[derive(Clone, Default)]
pub(crate) struct Publishers(Shared<Vec<Publisher>>);

impl Publishers {
    /// Adds a publisher, and returns it with its ID.
    pub(crate) fn add(&self, mut publisher: Publisher) -> Publisher {
        self.0.access(|all| {
            publisher.id = all.last().map_or(1, |last| last.id + 1);
            all.push(publisher.clone());
            publisher
        })
    }

    /// Returns the publishers for which the function holds.
    pub(crate) fn filter(&self, is_wanted: impl Fn(&Publisher) -> bool) -> Vec<Publisher> {
        self.0.access(|all| {
            let wanted = all.iter().filter(|publisher| is_wanted(publisher));
            wanted.cloned().collect()
        })
    }

    /// Removes a publisher.
    pub(crate) fn remove(&self, id: u32) {
        self.0
            .access(|all| all.retain(|publisher| publisher.id != id));
    }
}
