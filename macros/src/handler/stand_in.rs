//! Generates a function in place of one whose signature has a mistake, so that `app!` does not report it, too.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{FnArg, ReturnType, Token, Type};

use crate::handler::{parse::Function, type_names::has_impl};

/// Returns an `async fn` that owns its arguments, or nothing if the function is one.
pub(super) fn stand_in(function: &Function) -> Option<TokenStream> {
    let Function {
        attrs,
        vis,
        sig,
        body,
    } = function;
    let mut tokens = body.clone().into_iter();
    let has_body = matches!(tokens.next(), Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace);
    if !has_body || tokens.next().is_some() {
        return None;
    }
    let mut sig = sig.clone();
    let is_async = sig.asyncness.is_some();
    sig.asyncness.get_or_insert_with(<Token![async]>::default);
    let mut borrows = false;
    for input in &mut sig.inputs {
        if let FnArg::Typed(input) = input
            && let Type::Reference(reference) = &*input.ty
        {
            let owned = reference.elem.clone();
            input.ty = owned;
            borrows = true;
        }
    }
    let is_opaque = match &sig.output {
        ReturnType::Default => false,
        ReturnType::Type(_, ty) => has_impl(ty.to_token_stream()),
    };
    if borrows && !is_opaque {
        // The body may rely on the references.
        return Some(
            quote!(#(#attrs)* #[allow(unused_variables, clippy::empty_loop)] #vis #sig { loop {} }),
        );
    }
    (!is_async).then(|| quote!(#(#attrs)* #vis #sig #body))
}
