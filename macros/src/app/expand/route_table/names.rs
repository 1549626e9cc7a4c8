//! The constants and line numbers by which rows refer to stacks and to the source.

use proc_macro2::{Ident, Span};
use quote::format_ident;

use crate::{
    app::model::{APP, BEFORE},
    syntax,
};

/// Returns the line of a span.
pub(super) fn line(at: Span) -> u32 {
    u32::try_from(syntax::line(at)).unwrap_or(u32::MAX)
}

/// Returns the constant for the stack of an item.
pub(super) fn stack_name(id: usize) -> Ident {
    match id {
        APP => format_ident!("APP"),
        BEFORE => format_ident!("BEFORE_ROUTING"),
        id => format_ident!("STACK_{id}"),
    }
}
