//! Detects conflicts between routes, with the same router that axum uses.

use std::collections::BTreeMap;

use matchit::{InsertError, Router};

use crate::{
    app::{check::claims::Claim, route_path::RoutePath},
    diagnostics::app as message,
    syntax::line,
};

/// The claimed paths, in axum's router.
#[derive(Default)]
pub(super) struct RouteConflicts<'a> {
    paths: Router<usize>,
    /// The claims of each path. `paths` and `positions` hold indices into it.
    claims: Vec<Vec<&'a Claim<'a>>>,
    /// The index of each path, by its text.
    positions: BTreeMap<String, usize>,
}

impl<'a> RouteConflicts<'a> {
    pub(super) fn insert_all(
        &mut self,
        claims: &[&'a Claim<'a>],
        report: &mut dyn FnMut(&RoutePath, String),
    ) {
        for claim in claims {
            let path = claim.path.text().to_owned();
            let paths = match claim.methods {
                Some(_) => vec![path],
                // axum's `nest_service` registers these paths.
                None => vec![
                    path.clone(),
                    format!("{path}/"),
                    format!("{path}/{{*rest}}"),
                ],
            };
            for path in paths {
                if let Some(text) = self.insert(&path, claim) {
                    report(claim.path, text);
                    break;
                }
            }
        }
    }

    /// Claims a path, or returns the message for a conflict.
    fn insert(&mut self, path: &str, claim: &'a Claim<'a>) -> Option<String> {
        if let Some(&position) = self.positions.get(path) {
            let claims = &mut self.claims[position];
            let conflict_between = claims
                .iter()
                .find_map(|other| conflict_between(claim, other));
            claims.push(claim);
            return conflict_between;
        }
        match self.paths.insert(path, self.claims.len()) {
            Ok(()) => {
                self.positions.insert(path.to_owned(), self.claims.len());
                self.claims.push(vec![claim]);
                None
            }
            Err(InsertError::Conflict { with }) => {
                let other = self
                    .positions
                    .get(&with)
                    .and_then(|&position| self.claims[position].first());
                Some(message::conflict(
                    claim.path.text(),
                    other.map_or(&*with, |other| other.path.text()),
                    other.map(|other| line(other.path.span())),
                ))
            }
            Err(other) => Some(other.to_string()),
        }
    }
}

/// Returns the message for two claims of the same path, if they conflict.
fn conflict_between(claim: &Claim<'_>, other: &Claim<'_>) -> Option<String> {
    let path = other.path.text();
    let at = line(other.path.span());
    let (Some(methods), Some(others)) = (claim.methods, other.methods) else {
        return Some(message::conflict(claim.path.text(), path, Some(at)));
    };
    let both = methods.iter().find(|method| others.contains(method))?;
    Some(message::duplicate_route(both, path, at))
}
