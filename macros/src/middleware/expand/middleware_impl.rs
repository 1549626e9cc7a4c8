//! Generates the impl of `Middleware`: extracts the arguments and calls the function.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::{
    GenericParam, Generics, Ident, ReturnType, WherePredicate, parse_quote, spanned::Spanned,
};

use crate::{
    hygiene::hidden,
    middleware::{
        definition::{Definition, Parameter, Stored},
        expand::function::{function, state_argument_value, state_bounds},
    },
    paths::Runtime,
};

/// Generates the impl of `Middleware`.
pub(super) fn behavior(definition: &Definition, runtime: &Runtime) -> TokenStream {
    let function = function(definition, runtime);
    let call = call(definition, runtime);
    let handle = handle(definition, runtime, &quote!(#function #call));
    let state = format_ident!("__State");
    let mut bounds = state_bounds(definition, &state, runtime);
    let extractors = definition.extractors();
    if extractors.is_empty() {
        return implement(definition, runtime, &TokenStream::new(), &bounds, &handle);
    }
    let head_arguments = runtime.head_arguments();
    bounds.push(parse_quote!(__Requires: 'static));
    bounds.push(parse_quote!((#(#extractors,)*): #head_arguments<__State, __Requires>));
    implement(definition, runtime, &quote!(__Requires), &bounds, &handle)
}

/// Generates the body of `handle`: the extraction of the arguments and the call of the function.
fn call(definition: &Definition, runtime: &Runtime) -> TokenStream {
    let name = &definition.name;
    let types = type_arguments(&definition.generics);
    let [req, next] = ["req", "next"].map(hidden);
    let at = output_span(definition);

    let (mut configs, mut extracted) = (Vec::new(), Vec::new());
    let arguments: Vec<_> = definition
        .parameters
        .iter()
        .filter_map(|parameter| match parameter {
            Parameter::Config(config) => {
                let at = syn::Index::from(configs.len());
                configs.push(config);
                // With defaults, each value has an `Arc`.
                let access = match config.stored {
                    Stored::Static(_) if definition.has_defaults() => Some(quote!(*)),
                    Stored::Static(_) => None,
                    _ => Some(quote!(&)),
                };
                Some(quote!(#access self.config.#at))
            }
            // A function with a known output makes the state in its body. An `async fn` takes it as
            // an argument.
            Parameter::State(state) if definition.known_output().is_none() => {
                let state_name = format_ident!("__State");
                Some(state_argument_value(&state.ty, &state_name, &next, runtime))
            }
            Parameter::State(_) => None,
            Parameter::Extractor(_) => {
                let argument = hidden(&format!("argument{}", extracted.len()));
                extracted.push(argument.clone());
                Some(argument.into_token_stream())
            }
        })
        .collect();
    let mut call = quote_spanned! {at=>
        #name::<__State, __Chain, #(#types),*>(#(#arguments,)* #req, #next)
    };
    // Another attribute may return a deeply nested future, and rustc limits the depth of a type.
    // Boxing it keeps the stack's future shallow.
    if definition.may_be_transformed() {
        let boxed = runtime.boxed();
        call = quote_spanned!(at=> #boxed(#call));
    }

    let call = respond(&call, definition, runtime);
    if extracted.is_empty() {
        return call;
    }
    let types = definition.extractors();
    let then = runtime.extracted();
    quote_spanned! {at=>
        #then::<(#(#types,)*), _, _, _, _>(
            #req,
            #next.state(),
            move |(#(#extracted,)*), #req| #call,
        )
    }
}

/// Converts the output of the call's future to a response.
fn respond(call: &TokenStream, definition: &Definition, runtime: &Runtime) -> TokenStream {
    let at = output_span(definition);
    let Some(output) = definition.known_output() else {
        let respond = runtime.respond();
        return quote_spanned!(at=> #respond(#call));
    };
    let (answers, kinds) = (runtime.answers(), runtime.answer_kinds());
    let import = quote!(use #kinds::*;);
    quote_spanned!(at=> { #import (&#answers::<#output>()).__respond(#call) })
}

/// Generates `Middleware::handle` with this body.
pub(super) fn handle(
    definition: &Definition,
    runtime: &Runtime,
    body: &TokenStream,
) -> TokenStream {
    let (chain, request, response) = (runtime.chain(), runtime.request(), runtime.response());
    let next = runtime.next();
    let provides = definition.provides();
    let [req_name, next_name] = ["req", "next"].map(hidden);
    let returns = quote_spanned! {output_span(definition)=>
        impl ::core::future::Future<Output = #response> + ::core::marker::Send + '__a
    };
    quote! {
        fn handle<'__a, __Chain: #chain<__State>>(
            &'__a self,
            #req_name: #request,
            #next_name: #next<'__a, #provides, __State, __Chain>,
        ) -> #returns {
            #body
        }
    }
}

/// Returns the span of the return type, where rustc reports a type that is not a response.
fn output_span(definition: &Definition) -> Span {
    match &definition.output {
        ReturnType::Default => Span::mixed_site(),
        ReturnType::Type(_, ty) => Span::mixed_site().located_at(ty.span()),
    }
}

/// Generates the impl of `Middleware` around a method. `requires` names the type parameter for the
/// required context, and is empty if the middleware has no extractors.
pub(super) fn implement(
    definition: &Definition,
    runtime: &Runtime,
    requires: &TokenStream,
    bounds: &[WherePredicate],
    method: &TokenStream,
) -> TokenStream {
    let name = &definition.name;
    let cfgs = definition.cfgs();
    let middleware = runtime.middleware();
    let own = definition.item_generics();
    let (_, type_generics, _) = own.split_for_impl();

    let mut generics = own.clone();
    generics.params.push(parse_quote! {
        __State: ::core::marker::Send + ::core::marker::Sync + 'static
    });
    if !requires.is_empty() {
        generics.params.push(parse_quote!(#requires));
    }
    generics
        .make_where_clause()
        .predicates
        .extend(bounds.iter().cloned());
    let (impl_generics, _, where_clause) = generics.split_for_impl();
    quote! {
        #(#cfgs)*
        #[allow(deprecated)]
        impl #impl_generics #middleware<__State, #requires> for #name #type_generics #where_clause {
            #method
        }
    }
}

/// Returns the names of the type and const parameters, as arguments for the function.
fn type_arguments(generics: &Generics) -> Vec<&Ident> {
    generics
        .params
        .iter()
        .filter_map(|parameter| match parameter {
            GenericParam::Lifetime(_) => None,
            GenericParam::Type(parameter) => Some(&parameter.ident),
            GenericParam::Const(parameter) => Some(&parameter.ident),
        })
        .collect()
}
