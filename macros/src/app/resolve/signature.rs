//! Reads the state from the signature of the application.

use proc_macro2::Ident;
use syn::{FnArg, Pat, Signature, Token, punctuated::Punctuated};

use crate::diagnostics::{Diagnostics, app as message};

/// Returns the parameter called `state`, and reports a receiver.
pub(super) fn find_state(sig: &Signature, diagnostics: &mut Diagnostics) -> Option<Ident> {
    let mut state = None;
    for input in &sig.inputs {
        match input {
            FnArg::Receiver(receiver) => diagnostics.report(receiver, message::RECEIVER),
            FnArg::Typed(parameter) => {
                if let Pat::Ident(pattern) = &*parameter.pat
                    && pattern.ident == "state"
                {
                    state = Some(pattern.ident.clone());
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
