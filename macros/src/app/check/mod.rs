//! What axum would panic on when the application starts.

mod claims;
mod condition;
mod path_syntax;
mod route_conflicts;

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

/// Reports what axum would panic on when the application starts.
pub(super) fn check(app: &App, diagnostics: &mut Diagnostics) {
    let mut collected = Claims::default();
    collected.block(&app.nodes, &Condition::default(), diagnostics);
    let claims = collected.claims;

    // What stands under some `#[cfg]`s is checked beside what is there whenever it is: of what stands
    // under others, nobody knows whether both are there.
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
