//! Order rules across the border of a part, which are known only when the application is made.

use std::{
    any::TypeId,
    collections::{HashMap, HashSet},
};

use crate::{
    builder::EntryRules,
    routes::{Id, MiddlewareInfo, RouteInfo},
};

/// Checks the lists of all rows.
///
/// # Panics
///
/// Panics if an entry of a part and one around the part are in the wrong order, or if one that a part requires is not
/// around it.
pub(super) fn check_order(rows: &[RouteInfo], rules: &HashMap<Id, EntryRules>) {
    let mut seen = HashSet::new();
    for row in rows.iter().filter(|row| seen.insert(row.stack.id())) {
        let middleware = row.middleware();
        for (at, entry) in middleware.iter().enumerate() {
            if let Some(own) = rules.get(&entry.id()) {
                check_entry(entry, own, &middleware[..at], rules);
            }
        }
    }
}

/// Checks an entry against the outer ones.
fn check_entry(
    entry: &MiddlewareInfo,
    own: &EntryRules,
    outer: &[MiddlewareInfo],
    rules: &HashMap<Id, EntryRules>,
) {
    let of = |other: &MiddlewareInfo| rules.get(&other.id());
    let elsewhere = outer.iter().filter(|other| other.id().0 != entry.id().0);
    for other in elsewhere {
        let Some(others) = of(other) else { continue };
        let (entry, other) = (entry.place(), other.place());
        assert!(
            !intersects(&own.outside, &others.own_types),
            "{entry} must be outside {other}, which is around the part"
        );
        assert!(
            !intersects(&others.inside, &own.own_types),
            "{other} must be inside {entry}, which is in a part"
        );
    }
    let always_runs = |required: TypeId| {
        let mut outer = outer.iter().filter(|other| other.always_adds_one());
        outer.any(|other| {
            of(other).is_some_and(|others| others.own_types.iter().all(|own| *own == required))
        })
    };
    for (required, name) in &own.requires {
        assert!(
            always_runs(*required),
            "{} requires an outer `{name}`: list it without an `if` around the `include`",
            entry.place()
        );
    }
}

fn intersects(a: &[TypeId], b: &[TypeId]) -> bool {
    a.iter().any(|one| b.contains(one))
}
