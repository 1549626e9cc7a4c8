//! Checks the syntax of paths, and the routes for duplicates and conflicts.
//!
//! An application that passes does not panic because of its declared paths, unless they are under unrelated
//! `#[cfg]`s or conditions.

mod claims;
mod condition;
mod foreign_path;
mod name;
mod path_syntax;
mod route_conflicts;
mod targets;
mod written_paths;

use crate::{
    app::{
        check::{
            claims::{Claim, Claims},
            condition::Condition,
            route_conflicts::RouteConflicts,
        },
        model::App,
    },
    diagnostics::Diagnostics,
};

pub(super) use self::{name::check_name, targets::check_targets, written_paths::check_paths};

/// Reports the routes that axum's router would panic on when the application is built.
pub(super) fn check(app: &App, diagnostics: &mut Diagnostics) {
    let mut collected = Claims::default();
    let always = Condition::default();
    collected.block(&app.nodes, &always, &always, diagnostics);
    let claims = collected.of_paths;

    // An item under some `#[cfg]`s and `if`s is compared to the items that exist whenever it does. Whether
    // items under unrelated ones exist together is unknown.
    let mut conditions: Vec<&Condition> = Vec::new();
    for claim in &claims {
        if !conditions.contains(&&claim.condition) {
            conditions.push(&claim.condition);
        }
    }
    for condition in conditions {
        let (these, others): (Vec<&Claim<'_>>, Vec<_>) = claims
            .iter()
            .filter(|claim| condition.implies(&claim.condition))
            .partition(|claim| claim.condition == *condition);
        let mut table = RouteConflicts::default();
        table.insert_all(&others, &mut |_, _| {});
        table.insert_all(&these, &mut |at, text| diagnostics.report(at, text));
    }
}
