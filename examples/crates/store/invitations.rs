//! Invitations to become an owner of a crate.

use serde::Serialize;

use super::{shared::Shared, token::secret};

/// An invitation to become an owner of a crate.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Invitation {
    pub(crate) crate_name: String,
    pub(crate) inviter_id: u32,
    pub(crate) invitee_id: u32,
    /// Accepts the invitation without a login, from an email.
    #[serde(skip)]
    pub(crate) token: String,
}

/// All open invitations.
#[derive(Clone, Default)]
pub(crate) struct Invitations(Shared<Vec<Invitation>>);

impl Invitations {
    /// Invites a user in the name of another one, unless there is an open invitation already.
    pub(crate) fn invite(&self, crate_name: &str, from: u32, to: u32) {
        self.0.access(|all| {
            let is_same =
                |other: &Invitation| other.crate_name == crate_name && other.invitee_id == to;
            if !all.iter().any(is_same) {
                all.push(Invitation {
                    crate_name: crate_name.to_owned(),
                    inviter_id: from,
                    invitee_id: to,
                    token: secret("invite_"),
                });
            }
        });
    }

    /// Returns the invitations for which the function holds.
    pub(crate) fn filter(&self, is_wanted: impl Fn(&Invitation) -> bool) -> Vec<Invitation> {
        self.0.access(|all| {
            let wanted = all.iter().filter(|invitation| is_wanted(invitation));
            wanted.cloned().collect()
        })
    }

    /// Removes the invitation for which the function holds, and returns it.
    pub(crate) fn take(&self, is_wanted: impl Fn(&Invitation) -> bool) -> Option<Invitation> {
        self.0.access(|all| {
            let at = all.iter().position(is_wanted)?;
            Some(all.remove(at))
        })
    }
}
