//! The item that the function becomes. Nothing here can fail.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::{
    Attribute, GenericParam, Generics, ReturnType, WherePredicate, parse_quote, spanned::Spanned,
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
    let Definition {
        function_attrs,
        name,
        generics,
        parameters,
        request,
        next,
        output,
        body,
        ..
    } = definition;
    let endpoint = runtime.endpoint();
    let next = next.as_ref().map(|next| {
        let (attrs, pat, path) = (&next.attrs, &next.pat, &next.path);
        let provides = definition.provides();
        quote!(#(#attrs)* #pat: #path<'_, #provides, __State, __Endpoint>)
    });
    let before = parameters.iter().map(|parameter| match parameter {
        Parameter::Config(config) => &config.parameter,
        Parameter::Extractor(extractor) => extractor,
    });

    let mut function_generics = as_static(generics.clone());
    let at = function_generics.lifetimes().count();
    let hidden: [GenericParam; 2] = [
        parse_quote!(__State: ::core::marker::Send + ::core::marker::Sync + 'static),
        parse_quote!(__Endpoint: #endpoint<__State>),
    ];
    for (offset, parameter) in hidden.into_iter().enumerate() {
        function_generics.params.insert(at + offset, parameter);
    }
    let function_where = &function_generics.where_clause;
    let user_types = type_arguments(generics);

    let [req_name, next_name] = ["req", "next"].map(local);
    let extractors = definition.extractors();
    let mut extracted = (0..extractors.len()).map(|at| local(&format!("argument{at}")));
    let extracted_names: Vec<_> = extracted.clone().collect();
    let mut config_at = 0_usize;
    let arguments: Vec<_> = parameters
        .iter()
        .map(|parameter| match parameter {
            Parameter::Config(config) => {
                let at = syn::Index::from(config_at);
                config_at += 1;
                let lend = (!matches!(config.stored, Stored::Static(_))).then(|| quote!(&));
                quote!(#lend self.config.#at)
            }
            Parameter::Extractor(_) => extracted.next().to_token_stream(),
        })
        .collect();
    let at = answer_span(definition);
    let mut call = quote_spanned! {at=>
        #name::<__State, __Endpoint, #(#user_types),*>(#(#arguments,)* #req_name, #next_name)
    };
    // What another attribute makes of the function may be deep, and the depth of a stack's future is
    // limited: it goes behind a pointer.
    if function_attrs.iter().any(|attr| !is_inert(attr)) {
        let boxed = runtime.boxed();
        call = quote_spanned!(at=> #boxed(#call));
    }
    let work = if extractors.is_empty() {
        let respond = runtime.respond();
        quote_spanned!(at=> #respond(#call))
    } else {
        let (extract, extracted) = (runtime.extract(), runtime.extracted());
        quote_spanned! {at=>
            #extracted(
                #extract::<(#(#extractors,)*), _, _>(#req_name, #next_name.state()),
                move |(#(#extracted_names,)*), #req_name| #call,
            )
        }
    };
    let work = quote! {
        #(#function_attrs)*
        async fn #name #function_generics (#(#before,)* #request, #next) #output #function_where
        #body

        #work
    };
    let handle = handle(definition, runtime, &work);

    if extractors.is_empty() {
        return implement(definition, runtime, &TokenStream::new(), &[], &handle);
    }
    let head_arguments = runtime.head_arguments();
    implement(
        definition,
        runtime,
        &quote!(__Requires),
        &[
            parse_quote!(__Requires: 'static),
            parse_quote!((#(#extractors,)*): #head_arguments<__State, __Requires>),
        ],
        &handle,
    )
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

fn is_inert(attr: &Attribute) -> bool {
    [
        "allow", "cold", "deny", "expect", "forbid", "inline", "must_use", "warn",
    ]
    .iter()
    .any(|name| attr.path().is_ident(name))
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
