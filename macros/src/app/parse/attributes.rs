//! Checks the attributes of items and entries.

use syn::{
    Attribute, Token,
    parse::{ParseStream, discouraged::Speculative},
    spanned::Spanned,
};

use crate::diagnostics::{Diagnostics, app as message};

/// The attributes that are not ignored.
const ALLOWED: [&str; 8] = [
    "cfg", "cfg_attr", "doc", "allow", "expect", "warn", "deny", "forbid",
];

/// Removes the attributes that are not allowed on an item or an entry, and reports them.
pub(super) fn check_attributes(
    mut attrs: Vec<Attribute>,
    diagnostics: &mut Diagnostics,
) -> Vec<Attribute> {
    attrs.retain(|attr| {
        let is_allowed = ALLOWED.iter().any(|name| attr.path().is_ident(name));
        if !is_allowed {
            diagnostics.report(attr.path(), message::attribute(attr.path()));
        }
        is_allowed
    });
    attrs
}

/// Reports inner attributes, and comments such as `//! text`.
pub(super) fn skip_inner_attributes(input: ParseStream<'_>, diagnostics: &mut Diagnostics) {
    while input.peek(Token![#]) && input.peek2(Token![!]) {
        let ahead = input.fork();
        let Ok(attrs) = Attribute::parse_inner(&ahead) else {
            return;
        };
        let Some(first) = attrs.first() else {
            return;
        };
        input.advance_to(&ahead);
        let message = message::inner_attribute(first.path());
        diagnostics.push(syn::Error::new(first.pound_token.span(), message));
    }
}
