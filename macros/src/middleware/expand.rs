//! The item that the function becomes. Nothing here can fail.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::{
    GenericParam, Generics, Lifetime, Pat, PatType, ReturnType, Type, TypePath, WherePredicate,
    parse_quote, spanned::Spanned,
};

use crate::{
    middleware::{
        check::{Definition, Parameter, Stored},
        generics::as_static,
        item::item,
        parse::Options,
    },
    paths::Runtime,
};

/// The whole of it.
pub(super) fn expand(definition: &Definition, options: &Options, runtime: &Runtime) -> TokenStream {
    let item = item(definition, options, runtime);
    let behaviour = behaviour(definition, runtime);
    quote!(#item #behaviour)
}

/// What stands in for a middleware with a mistake in it: its names exist and type-check.
pub(super) fn stub(definition: &Definition, options: &Options, runtime: &Runtime) -> TokenStream {
    let item = item(definition, options, runtime);
    let work = quote!(async move { ::core::unimplemented!() });
    let handle = handle(definition, runtime, &work);
    let middleware = implement(definition, runtime, &TokenStream::new(), &[], &handle);
    quote!(#item #middleware)
}

/// What the middleware does with a request.
fn behaviour(definition: &Definition, runtime: &Runtime) -> TokenStream {
    let function = function(definition, runtime);
    let call = call(definition, runtime);
    let handle = handle(definition, runtime, &quote!(#function #call));
    let mut bounds = of_states(definition, runtime);
    let extractors = definition.extractors();
    if extractors.is_empty() {
        return implement(definition, runtime, &TokenStream::new(), &bounds, &handle);
    }
    let head_arguments = runtime.head_arguments();
    bounds.push(parse_quote!(__Requires: 'static));
    bounds.push(parse_quote!((#(#extractors,)*): #head_arguments<__State, __Requires>));
    implement(definition, runtime, &quote!(__Requires), &bounds, &handle)
}

/// The function as it was written, but for its `Next`, which learns what is further in.
fn function(definition: &Definition, runtime: &Runtime) -> TokenStream {
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
    let Some(answer) = definition.known_answer() else {
        let before = parameters.iter().map(Parameter::as_written);
        return quote! {
            #is_next
            #(#function_attrs)*
            async fn #name #generics (#(#before,)* #request, #next) #output #bounds
            #body
        };
    };

    let (taken, variables) = captures(definition, next.as_ref(), runtime);
    let returns = returns(answer, runtime);
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
    let [req_name, next_name] = ["req", "next"].map(local);
    let (mut taken, mut variables) = (Vec::new(), Vec::new());
    for (at, parameter) in definition.parameters.iter().enumerate() {
        let written = parameter.as_written();
        let argument = local(&format!("argument{at}"));
        let value = if let Parameter::State(state) = parameter {
            of_state(&state.ty, &next_name, runtime)
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
    let hidden: [GenericParam; 2] = [
        parse_quote!(__State: ::core::marker::Send + ::core::marker::Sync + 'static),
        parse_quote!(__Endpoint: #endpoint<__State>),
    ];
    let mut generics = as_static(definition.generics.clone());
    let at = generics.lifetimes().count();
    for (offset, parameter) in hidden.into_iter().enumerate() {
        generics.params.insert(at + offset, parameter);
    }
    let bounds = of_states(definition, runtime);
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
fn of_states(definition: &Definition, runtime: &Runtime) -> Vec<WherePredicate> {
    let state_argument = runtime.state_argument();
    let states = definition.states();
    states
        .map(|ty| parse_quote!(#ty: #state_argument<__State>))
        .collect()
}

/// A `State<T>`, made of the application's state.
fn of_state(ty: &Type, next: &Ident, runtime: &Runtime) -> TokenStream {
    let state_argument = runtime.state_argument();
    quote!(<#ty as #state_argument<__State>>::of(#next.state()))
}

/// Says to an `async` block what it gives, and to its `return` and `?`.
fn returns(answer: &Type, runtime: &Runtime) -> TokenStream {
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

/// Extracts what is to be extracted, and calls the function.
fn call(definition: &Definition, runtime: &Runtime) -> TokenStream {
    let name = &definition.name;
    let types = type_arguments(&definition.generics);
    let [req, next] = ["req", "next"].map(local);
    let at = answer_span(definition);

    let (mut lent, mut extracted) = (Vec::new(), Vec::new());
    let arguments: Vec<_> = definition
        .parameters
        .iter()
        .filter_map(|parameter| match parameter {
            Parameter::Config(config) => {
                let at = syn::Index::from(lent.len());
                lent.push(config);
                let by_reference = (!matches!(config.stored, Stored::Static(_))).then(|| quote!(&));
                Some(quote!(#by_reference self.config.#at))
            }
            // The function makes it itself, but for an `async fn`, which takes what is written.
            Parameter::State(state) if definition.known_answer().is_none() => {
                Some(of_state(&state.ty, &next, runtime))
            }
            Parameter::State(_) => None,
            Parameter::Extractor(_) => {
                let argument = local(&format!("argument{}", extracted.len()));
                extracted.push(argument.clone());
                Some(argument.into_token_stream())
            }
        })
        .collect();
    let mut call = quote_spanned! {at=>
        #name::<__State, __Endpoint, #(#types),*>(#(#arguments,)* #req, #next)
    };
    // What another attribute makes of the function may be deep, and the depth of a stack's future is
    // limited: it goes behind a pointer.
    if definition.is_changed() {
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

/// The future of this call, with a response as its output.
fn respond(call: &TokenStream, definition: &Definition, runtime: &Runtime) -> TokenStream {
    let at = answer_span(definition);
    let Some(answer) = definition.known_answer() else {
        let respond = runtime.respond();
        return quote_spanned!(at=> #respond(#call));
    };
    let (answers, kinds) = (runtime.answers(), runtime.answer_kinds());
    let import = quote!(use #kinds::*;);
    quote_spanned!(at=> { #import (&&#answers::<#answer>()).__respond(#call) })
}

/// The method of `Middleware`, with this in its body.
fn handle(definition: &Definition, runtime: &Runtime, body: &TokenStream) -> TokenStream {
    let (endpoint, request, response) = (runtime.endpoint(), runtime.request(), runtime.response());
    let next = runtime.next();
    let provides = definition.provides();
    let [req_name, next_name] = ["req", "next"].map(local);
    let returns = quote_spanned! {answer_span(definition)=>
        impl ::core::future::Future<Output = #response> + ::core::marker::Send + '__a
    };
    quote! {
        fn handle<'__a, __Endpoint: #endpoint<__State>>(
            &'__a self,
            #req_name: #request,
            #next_name: #next<'__a, #provides, __State, __Endpoint>,
        ) -> #returns {
            #body
        }
    }
}

/// Where the return type is written: what is no response is said there.
fn answer_span(definition: &Definition) -> Span {
    match &definition.output {
        ReturnType::Default => Span::mixed_site(),
        ReturnType::Type(_, ty) => Span::mixed_site().located_at(ty.span()),
    }
}

/// A variable of the generated code. User code cannot see it, and no item has its name, which a
/// pattern would otherwise mean.
pub(super) fn local(name: &str) -> Ident {
    format_ident!("__{name}", span = Span::mixed_site())
}

/// The impl of `Middleware`. `requires` is the name of the type parameter that says what is required
/// of the context, where there is anything to extract.
fn implement(
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

/// The type parameters as arguments.
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
