//! How the rows and the stacks of the table name each other, and the source.

use proc_macro2::{Ident, Literal, Span};
use quote::format_ident;

use crate::{
    app::model::{APP, BEFORE},
    syntax,
};

/// The line that a token stands on.
pub(super) fn line(at: Span) -> Literal {
    let line = u32::try_from(syntax::line(at)).unwrap_or(u32::MAX);
    Literal::u32_unsuffixed(line)
}

/// The name of the stack of an item.
pub(super) fn stack_name(id: usize) -> Ident {
    match id {
        APP => format_ident!("APP"),
        BEFORE => format_ident!("BEFORE_ROUTING"),
        id => format_ident!("STACK_{id}"),
    }
}
