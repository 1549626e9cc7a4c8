//! Entries that are not always passed: those under an `if`, and those that something goes `without`.

/// A middleware under an `if` provides nothing: what is further in could not rely on it.
#[diagnostic::on_unimplemented(
    message = "a middleware that provides something cannot stand under an `if`",
    label = "provides `{Self}`",
    note = "what is further in would compile with it and miss it at run time: list it without a condition"
)]
pub trait Nothing {}
impl Nothing for () {}
