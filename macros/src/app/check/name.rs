//! Checks the name of the application.

use proc_macro2::Ident;

use crate::diagnostics::{Diagnostics, app as message};

/// The crates whose names the module of an application would hide.
const CRATES: [&str; 4] = ["concentric", "axum", "core", "std"];

/// Returns whether the application can have a module. Reports the name of a crate.
pub(in crate::app) fn check_name(name: &Ident, diagnostics: &mut Diagnostics) -> bool {
    let is_crate = CRATES.iter().any(|other| name == other);
    if is_crate {
        diagnostics.report(name, message::reserved_name(name));
    }
    !is_crate
}
