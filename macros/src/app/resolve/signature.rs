//! Reads the state from the signature of the application.

use proc_macro2::Ident;
use syn::{FnArg, Pat, Token, Type, punctuated::Punctuated};

use crate::{
    app::ast::AppInput,
    diagnostics::{Diagnostics, app as message},
};

/// Returns the parameter called `state`, and reports a receiver. A borrowed state is reported too, and not
/// returned.
pub(super) fn find_state(app: &mut AppInput, diagnostics: &mut Diagnostics) -> Option<Ident> {
    let mut state = None;
    for input in &app.sig.inputs {
        match input {
            FnArg::Receiver(receiver) => diagnostics.report(receiver, message::RECEIVER),
            FnArg::Typed(parameter) => {
                if let Pat::Ident(pattern) = &*parameter.pat
                    && pattern.ident == "state"
                {
                    match &*parameter.ty {
                        // A reference with a named lifetime may be `'static`.
                        Type::Reference(ty) if ty.lifetime.is_none() => {
                            diagnostics.report(ty, message::borrowed_state(&ty.elem));
                            app.is_checked = false;
                        }
                        _ => state = Some(pattern.ident.clone()),
                    }
                }
            }
        }
    }
    state
}

/// Removes the receiver from the parameters.
pub(super) fn without_receiver(
    inputs: Punctuated<FnArg, Token![,]>,
) -> Punctuated<FnArg, Token![,]> {
    let inputs = inputs.into_iter();
    inputs
        .filter(|input| matches!(input, FnArg::Typed(_)))
        .collect()
}
