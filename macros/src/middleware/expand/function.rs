//! The function that does the work, as it stands in what is generated.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::{
    GenericParam, Generics, Lifetime, Pat, PatType, Type, TypePath, WherePredicate, parse_quote,
    spanned::Spanned,
};

use crate::{
    hygiene::hidden,
    middleware::{
        definition::{Definition, Parameter},
        generics::as_static,
    },
    paths::Runtime,
};

/// The function as it was written, but for its `Next`, which learns what is further in.
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
    let next = next.as_ref().map(|next| {
        let (path, provides) = (runtime.next(), definition.provides());
        PatType {
            attrs: next.attrs.clone(),
            pat: Box::new(next.pat.clone()),
            colon_token: <syn::Token![:]>::default(),
            ty: parse_quote!(#path<'_, #provides, __State, __Endpoint>),
        }
    });
    let generics = function_generics(definition, runtime);
    let bounds = &generics.where_clause;
    let Some(answer) = definition.known_output() else {
        let before = parameters.iter().map(Parameter::as_written);
        return quote! {
            #is_next
            #(#function_attrs)*
            async fn #name #generics (#(#before,)* #request, #next) #output #bounds
            #body
        };
    };

    let (taken, variables) = captures(definition, next.as_ref(), runtime);
    let returns = output_hint(answer, runtime);
    // The lifetimes that it captures are those of the edition that the macro is written in.
    let future = quote_spanned!(Span::mixed_site()=> impl ::core::future::Future<Output = #answer>);
    // With a label, the braces are not said to be unnecessary.
    let label = Lifetime::new("'__body", Span::mixed_site());
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

/// What the function takes, and the variables that its `async` block makes of that.
///
/// What an `async fn` takes has two places in its future: that of the parameter, and that of the
/// variable which is made of it. What an `async` block captures has one, and a request is large.
fn captures(
    definition: &Definition,
    next: Option<&PatType>,
    runtime: &Runtime,
) -> (Vec<TokenStream>, Vec<TokenStream>) {
    let [req_name, next_name] = ["req", "next"].map(hidden);
    let (mut taken, mut variables) = (Vec::new(), Vec::new());
    for (at, parameter) in definition.parameters.iter().enumerate() {
        let written = parameter.as_written();
        let argument = hidden(&format!("argument{at}"));
        let value = if let Parameter::State(state) = parameter {
            state_argument_value(&state.ty, &next_name, runtime)
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

/// The type parameters of the function: the middleware's own, the state, and what is further in.
fn function_generics(definition: &Definition, runtime: &Runtime) -> Generics {
    let endpoint = runtime.endpoint();
    let hidden_parameters: [GenericParam; 2] = [
        parse_quote!(__State: ::core::marker::Send + ::core::marker::Sync + 'static),
        parse_quote!(__Endpoint: #endpoint<__State>),
    ];
    let mut generics = as_static(definition.generics.clone());
    let at = generics.lifetimes().count();
    for (offset, parameter) in hidden_parameters.into_iter().enumerate() {
        generics.params.insert(at + offset, parameter);
    }
    let bounds = state_bounds(definition, runtime);
    if !bounds.is_empty() {
        generics.make_where_clause().predicates.extend(bounds);
    }
    generics
}

/// Whether a request is used where it is captured. One that is named `_req` is only to be kept.
fn is_captured(parameter: &PatType) -> bool {
    match &*parameter.pat {
        Pat::Ident(pattern) => {
            pattern.by_ref.is_none() && !pattern.ident.to_string().starts_with('_')
        }
        _ => false,
    }
}

/// A parameter under a name that nobody sees.
fn renamed(parameter: &PatType, argument: &Ident) -> TokenStream {
    let ty = &parameter.ty;
    quote!(#argument: #ty)
}

/// The variable that is made of a parameter.
fn variable(parameter: &PatType, argument: &Ident, value: &TokenStream) -> TokenStream {
    let PatType { attrs, pat, ty, .. } = parameter;
    // All of it is captured, and what the pattern leaves behind is kept to the end.
    quote! {
        let #argument = #value;
        #(#attrs)*
        #[allow(clippy::no_effect_underscore_binding)]
        let #pat: #ty = #argument;
    }
}

/// What makes the `State<T>`s of a middleware out of the application's state.
pub(super) fn state_bounds(definition: &Definition, runtime: &Runtime) -> Vec<WherePredicate> {
    let state_argument = runtime.state_argument();
    let states = definition.states();
    states
        .map(|ty| parse_quote!(#ty: #state_argument<__State>))
        .collect()
}

/// A `State<T>`, made of the application's state.
pub(super) fn state_argument_value(ty: &Type, next: &Ident, runtime: &Runtime) -> TokenStream {
    let state_argument = runtime.state_argument();
    quote!(<#ty as #state_argument<__State>>::of(#next.state()))
}

/// Says to an `async` block what it gives, and to its `return` and `?`.
fn output_hint(answer: &Type, runtime: &Runtime) -> TokenStream {
    let at = Span::mixed_site().located_at(answer.span());
    let (value, never) = (Ident::new("__answer", at), runtime.never());
    quote_spanned! {at=>
        if false {
            let #value = #never::<#answer>();
            return #value;
        }
    }
}

/// Asks whether what is written is our `Next`: axum's has the same name.
fn is_next(path: &TypePath, runtime: &Runtime) -> TokenStream {
    let at = Span::mixed_site().located_at(path.span());
    let is_next = runtime.is_next();
    let asked = quote_spanned!(at=> #is_next::<#path>);
    quote! {
        #[allow(elided_lifetimes_in_paths, unused_qualifications)]
        const _: fn() = #asked;
    }
}
