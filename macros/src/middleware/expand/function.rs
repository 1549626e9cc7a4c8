//! Generates the function that the user wrote, as a local function of `handle`.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::{
    GenericParam, Generics, Lifetime, Pat, PatType, Type, TypePath, WherePredicate, parse_quote,
    spanned::Spanned,
};

use crate::{
    hygiene::{ends, hidden, report, shown},
    middleware::{
        definition::{Definition, Parameter},
        generics::as_static,
    },
    paths::Runtime,
};

/// Generates the function with its original body. Its `Next` gets the state and the inner chain
/// as type arguments.
pub(super) fn function(definition: &Definition, runtime: &Runtime) -> TokenStream {
    let Definition {
        function_attrs,
        name,
        parameters,
        request,
        next,
        output,
        body,
        ..
    } = definition;
    let is_next = next.as_ref().map(|next| is_next(&next.path, runtime));
    let [state, chain] = hidden_names(definition);
    let next = next.as_ref().map(|next| {
        let (path, provides) = (runtime.next(), definition.provides());
        PatType {
            attrs: next.attrs.clone(),
            pat: Box::new(next.pat.clone()),
            colon_token: <syn::Token![:]>::default(),
            ty: parse_quote!(#path<'_, #provides, #state, #chain>),
        }
    });
    let generics = function_generics(definition, &state, &chain, runtime);
    let bounds = &generics.where_clause;
    let Some(output_type) = definition.known_output() else {
        let before = parameters.iter().map(Parameter::as_written);
        return quote! {
            #is_next
            #(#function_attrs)*
            async fn #name #generics (#(#before,)* #request, #next) #output #bounds
            #body
        };
    };

    let (taken, variables) = captures(definition, next.as_ref(), &state, runtime);
    let returns = output_hint(output_type, runtime);
    // The span decides which edition's capture rules apply: those of this crate.
    let future =
        quote_spanned!(Span::mixed_site()=> impl ::core::future::Future<Output = #output_type>);
    // The label silences rustc's lint on unnecessary braces. Its span is where rustc reports a body
    // without a value.
    let label = Lifetime::new("'__body", Span::mixed_site().located_at(output_type.span()));
    quote! {
        #is_next
        #(#function_attrs)*
        #[allow(clippy::manual_async_fn)]
        fn #name #generics (#(#taken),*) -> #future #bounds {
            async move {
                #(#variables)*
                #returns
                #label: #body
            }
        }
    }
}

/// Returns the parameters of the function, and the variables that its `async` block makes of them.
///
/// An `async fn` stores each parameter twice in its future: as the parameter and as the variable.
/// An `async` block stores a captured variable once, and a request is large.
fn captures(
    definition: &Definition,
    next: Option<&PatType>,
    state_name: &Ident,
    runtime: &Runtime,
) -> (Vec<TokenStream>, Vec<TokenStream>) {
    let req_name = hidden("req");
    // Of its own name, if it has one: rustc names the parameter in errors about lifetimes.
    let mut next_name = next
        .and_then(name)
        .cloned()
        .unwrap_or_else(|| hidden("next"));
    next_name.set_span(Span::mixed_site());
    let (mut taken, mut variables) = (Vec::new(), Vec::new());
    for (at, parameter) in definition.parameters.iter().enumerate() {
        let written = parameter.as_written();
        let argument = hidden(&format!("argument{at}"));
        let value = if let Parameter::State(state) = parameter {
            state_argument_value(&state.ty, state_name, &next_name, runtime)
        } else {
            taken.push(renamed(written, &argument));
            argument.to_token_stream()
        };
        variables.push(variable(written, &argument, &value));
    }
    let mut kept = Vec::new();
    match &definition.request {
        Some(request) if is_captured(request) => taken.push(request.to_token_stream()),
        request => kept.extend(request.iter().zip([&req_name])),
    }
    kept.extend(next.into_iter().zip([&next_name]));
    for (parameter, argument) in kept {
        taken.push(renamed(parameter, argument));
        variables.push(variable(parameter, argument, &argument.to_token_stream()));
    }
    (taken, variables)
}

/// Returns the names of the type parameters for the state and the inner chain.
fn hidden_names(definition: &Definition) -> [Ident; 2] {
    let Definition {
        generics,
        request,
        next,
        output,
        body,
        ..
    } = definition;
    let parameters = definition.parameters.iter().map(Parameter::as_written);
    let provides = next.iter().flat_map(|next| &next.provides);
    let (attrs, bounds) = (&definition.function_attrs, &generics.where_clause);
    let written = quote! {
        #(#attrs)* #generics #bounds #(#parameters)* #request #(#provides)* #output #body
    };
    [
        shown("AnyState", "__State", &written),
        shown("InnerChain", "__Chain", &written),
    ]
}

/// Returns the generics of the function: the middleware's own, the state, and the inner chain.
fn function_generics(
    definition: &Definition,
    state: &Ident,
    chain: &Ident,
    runtime: &Runtime,
) -> Generics {
    let chain_trait = runtime.chain();
    let hidden_parameters: [GenericParam; 2] = [
        parse_quote!(#state: ::core::marker::Send + ::core::marker::Sync + 'static),
        parse_quote!(#chain: #chain_trait<#state>),
    ];
    let mut generics = as_static(definition.generics.clone());
    let at = generics.lifetimes().count();
    for (offset, parameter) in hidden_parameters.into_iter().enumerate() {
        generics.params.insert(at + offset, parameter);
    }
    let bounds = state_bounds(definition, state, runtime);
    if !bounds.is_empty() {
        generics.make_where_clause().predicates.extend(bounds);
    }
    generics
}

/// Returns whether the request is captured under its own name. A pattern such as `_req` needs a
/// variable, or the request would be dropped early.
fn is_captured(parameter: &PatType) -> bool {
    match &*parameter.pat {
        Pat::Ident(pattern) => {
            pattern.by_ref.is_none() && !pattern.ident.to_string().starts_with('_')
        }
        _ => false,
    }
}

/// Returns the name of a parameter whose pattern is one.
fn name(parameter: &PatType) -> Option<&Ident> {
    match &*parameter.pat {
        Pat::Ident(pattern) => Some(&pattern.ident),
        _ => None,
    }
}

/// Returns the parameter under a hidden name.
fn renamed(parameter: &PatType, argument: &Ident) -> TokenStream {
    let ty = &parameter.ty;
    quote!(#argument: #ty)
}

/// Binds the pattern of a parameter to its value.
fn variable(parameter: &PatType, argument: &Ident, value: &TokenStream) -> TokenStream {
    let PatType { attrs, pat, ty, .. } = parameter;
    // The binding captures the whole value, so the parts that the pattern ignores live until the
    // end.
    quote! {
        let #argument = #value;
        #(#attrs)*
        #[allow(clippy::no_effect_underscore_binding)]
        let #pat: #ty = #argument;
    }
}

/// Returns the bounds by which the application's state provides each `State<T>`.
pub(super) fn state_bounds(
    definition: &Definition,
    state: &Ident,
    runtime: &Runtime,
) -> Vec<WherePredicate> {
    let state_argument = runtime.state_argument();
    let states = definition.states();
    states
        .map(|ty| parse_quote!(#ty: #state_argument<#state>))
        .collect()
}

/// Makes a `State<T>` of the application's state.
pub(super) fn state_argument_value(
    ty: &Type,
    state: &Ident,
    next: &Ident,
    runtime: &Runtime,
) -> TokenStream {
    let state_argument = runtime.state_argument();
    quote!(<#ty as #state_argument<#state>>::of(#next.state()))
}

/// Fixes the output type of the `async` block, which `return` and `?` need for inference, and reports one that is not
/// a response.
fn output_hint(output_type: &Type, runtime: &Runtime) -> TokenStream {
    let at = Span::mixed_site().located_at(output_type.span());
    let (value, never) = (Ident::new("__answer", at), runtime.never());
    let (response, kinds) = (runtime.response_check(), runtime.answer_kinds());
    let checked = quote!({ use #kinds::*; #response::<#output_type>().decide() });
    let report = report(&checked, ends(output_type));
    let hint = quote_spanned! {at=>
        let #value = #never::<#output_type>();
        return #value;
    };
    quote! {
        if false {
            #report
            #hint
        }
    }
}

/// Asks rustc whether the written `Next` is this crate's: axum has a type of the same name.
fn is_next(path: &TypePath, runtime: &Runtime) -> TokenStream {
    let at = Span::mixed_site().located_at(path.span());
    let is_next = runtime.is_next();
    let asked = quote_spanned!(at=> <#path as #is_next>::is_next);
    quote! {
        #[allow(elided_lifetimes_in_paths, unused_qualifications)]
        const _: fn() = #asked;
    }
}
