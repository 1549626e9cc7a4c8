//! Generates a function whose body rustc type-checks. It is never called, and nothing here reports
//! an error.
//!
//! An attribute cannot know whether it is in a module or in an `impl`. A function is allowed in
//! both.

use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote};
use syn::{Ident, Type, ext::IdentExt};

use crate::{
    handler::model::{ArgumentCheck, CompilerChecks, FunctionCheck, Known},
    hygiene::{ends, hidden, report},
    paths::Runtime,
};

/// Generates the checks, or nothing if there are none.
pub(super) fn expand(checks: &CompilerChecks<'_>, runtime: &Runtime) -> TokenStream {
    let CompilerChecks {
        cfgs,
        name,
        generics,
        state,
        arguments,
        output,
        function_check,
    } = checks;
    let output = output.map(|ty| response(ty, runtime));
    let arguments: Vec<TokenStream> = arguments
        .iter()
        .map(|argument| self::argument(argument, state, runtime))
        .collect();
    let function_check = function_check
        .as_ref()
        .map(|function_check| self::function_check(function_check, name, runtime));
    if output.is_none() && arguments.is_empty() && function_check.is_none() {
        return TokenStream::new();
    }
    let check = format_ident!("__check_{}", name.unraw(), span = Span::mixed_site());
    let (parameters, _, bounds) = generics.split_for_impl();
    // The parameters exist for the types that use them. Not every type is checked, so some may be
    // unused.
    let unused = (!generics.params.is_empty()).then(|| {
        quote! {
            #[allow(
                clippy::extra_unused_lifetimes,
                clippy::extra_unused_type_parameters,
                clippy::multiple_bound_locations,
                clippy::needless_lifetimes,
                clippy::type_repetition_in_bounds,
                single_use_lifetimes,
                unused_lifetimes
            )]
        }
    });
    quote! {
        #(#cfgs)*
        #[allow(clippy::type_complexity, deprecated)]
        #unused
        fn #check #parameters () #bounds {
            #(#arguments)*
            #output
            #function_check
        }
    }
}

/// Checks that an argument can be extracted at its position.
fn argument(argument: &ArgumentCheck<'_>, state: &Type, runtime: &Runtime) -> TokenStream {
    let ArgumentCheck {
        ty, is_last, known, ..
    } = argument;
    let position = if *is_last {
        runtime.last_argument()
    } else {
        runtime.early_argument()
    };
    let known = match known {
        Known::Generic => runtime.known_generic(),
        Known::ByType => runtime.known_by_type(),
        Known::ForState => runtime.known_for_state(),
    };
    let argument = hidden("argument");
    let verdict = verdict(&quote!((&&&&&#argument).verdict().decide()), runtime);
    let report = report(&verdict, ends(ty));
    quote! {
        let #argument = #position::<#ty, #state, _, #known>();
        #report
    }
}

/// Checks that the return type is a response.
fn response(ty: &Type, runtime: &Runtime) -> TokenStream {
    let response = runtime.response_check();
    let verdict = verdict(&quote!(#response::<#ty>().decide()), runtime);
    report(&verdict, ends(ty))
}

/// Checks that the future is `Send`.
///
/// The `use` in the inner block imports the function from its module. In an `impl`, no such item
/// exists, and the name refers to the empty function in the outer block.
fn function_check(
    function_check: &FunctionCheck<'_>,
    name: &Ident,
    runtime: &Runtime,
) -> TokenStream {
    let FunctionCheck { types, opaque } = function_check;
    let [function, asked] = ["function", "asked"].map(hidden);
    let function_check = runtime.function_check();
    let sent = verdict(&quote!(#asked.decide()), runtime);
    let report_sent = report(&sent, ends(name));
    let output = opaque.map(|ty| {
        let returned = verdict(&quote!((&&#asked).output().decide()), runtime);
        report(&returned, ends(ty))
    });
    quote! {
        let #function = {
            #[allow(non_snake_case)]
            fn #name() {}
            {
                #[allow(unused_imports, clippy::wildcard_imports)]
                use self::*;
                #name
            }
        };
        let #asked = #function_check::<(#(#types,)*), _>(&#function);
        #report_sent
        #output
    }
}

/// Wraps a method call that autoref specialization resolves to the first matching verdict.
fn verdict(call: &TokenStream, runtime: &Runtime) -> TokenStream {
    let verdicts = runtime.verdicts();
    quote! {
        {
            #[allow(unused_imports)]
            use #verdicts::*;
            #call
        }
    }
}
