//! The item that the function becomes. Nothing here can fail.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident, quote};
use syn::{GenericParam, Generics, Pat, Type, WherePredicate, parse_quote};

use crate::{
    middleware::check::{Config, Definition, Parameter, Stored},
    paths::Runtime,
};

/// The whole of it.
pub(super) fn expand(definition: &Definition, runtime: &Runtime) -> TokenStream {
    let item = item(definition, runtime);
    let behaviour = behaviour(definition, runtime);
    quote!(#item #behaviour)
}

/// What stands in for a middleware with a mistake in it: its names exist and type-check.
pub(super) fn stub(definition: &Definition, runtime: &Runtime) -> TokenStream {
    let item = item(definition, runtime);
    let work = quote!(async move { ::core::unimplemented!() });
    let handle = handle(definition, runtime, &work);
    let middleware = implement(definition, runtime, &TokenStream::new(), &[], &handle);
    quote!(#item #middleware)
}

/// The type, the function that makes one, and what the type is whatever it does.
fn item(definition: &Definition, runtime: &Runtime) -> TokenStream {
    let Definition {
        item_attrs,
        vis,
        name,
        ..
    } = definition;
    let cfgs = cfgs(definition);
    let generics = types_of(definition);
    let (impl_generics, type_generics, where_clause) = generics.split_for_impl();
    let configs: Vec<_> = configs(definition).collect();
    let phantom = phantom(&generics);
    let arc = runtime.arc();
    let option_name = name.to_string();

    let (declaration, clone) = if configs.is_empty() && phantom.is_none() {
        let declaration = quote! {
            #(#item_attrs)*
            #[allow(non_camel_case_types)]
            #[derive(::core::clone::Clone, ::core::marker::Copy)]
            #vis struct #name;
        };
        (declaration, TokenStream::new())
    } else {
        let stored = configs.iter().map(|config| stored(config, runtime));
        let parameters = configs.iter().enumerate().map(|(at, config)| {
            let name = parameter_name(config, at);
            let ty = taken(config, runtime);
            quote!(#name: #ty)
        });
        let values = configs.iter().enumerate().map(|(at, config)| {
            let name = parameter_name(config, at);
            match config.stored {
                Stored::Str | Stored::Slice(_) => quote!(::core::convert::Into::into(#name)),
                Stored::Value(_) | Stored::Static(_) => name.to_token_stream(),
            }
        });
        let marker = phantom.as_ref().map(|ty| quote!(marker: #ty,));
        let make_marker = phantom
            .as_ref()
            .map(|_| quote!(marker: ::core::marker::PhantomData,));
        let declaration = quote! {
            #(#item_attrs)*
            #[allow(non_camel_case_types, missing_docs)]
            #vis struct #name #impl_generics #where_clause {
                config: #arc<(#(#stored,)*)>,
                #marker
            }

            #(#item_attrs)*
            #[must_use]
            #vis fn #name #impl_generics (#(#parameters),*) -> #name #type_generics #where_clause {
                #name {
                    config: #arc::new((#(#values,)*)),
                    #make_marker
                }
            }
        };
        let copy_marker = phantom
            .as_ref()
            .map(|_| quote!(marker: ::core::marker::PhantomData,));
        let clone = quote! {
            #(#cfgs)*
            impl #impl_generics ::core::clone::Clone for #name #type_generics #where_clause {
                fn clone(&self) -> Self {
                    Self {
                        config: #arc::clone(&self.config),
                        #copy_marker
                    }
                }
            }
        };
        (declaration, clone)
    };

    let contract = runtime.contract();
    let static_generics = static_types(&generics);
    let (_, _, static_where) = static_generics.split_for_impl();
    let provides = provides(definition);
    let (layer, layered, with_state, http_service) = (
        runtime.layer(),
        runtime.layered(),
        runtime.with_state(),
        runtime.http_service(),
    );
    let from_parts = runtime.from_parts();
    let extractors = extractors(definition);
    let requires = if extractors.is_empty() {
        quote!(())
    } else {
        let each = extractors.iter().map(|_| &from_parts);
        quote!((#(#each,)*))
    };
    let mut layer_generics = static_generics.clone();
    layer_generics
        .params
        .push(parse_quote!(__Service: #http_service));
    let (layer_impl, _, layer_where) = layer_generics.split_for_impl();

    quote! {
        #declaration
        #clone

        #(#cfgs)*
        impl #impl_generics ::core::fmt::Debug for #name #type_generics #where_clause {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.write_str(#option_name)
            }
        }

        #(#cfgs)*
        impl #impl_generics #contract for #name #type_generics #static_where {
            type Provides = #provides;
        }

        #(#cfgs)*
        #[allow(dead_code)]
        impl #impl_generics #name #type_generics #where_clause {
            /// This middleware as a `tower::Layer`, for a plain axum router whose state is `state`.
            #[must_use]
            #vis fn with_state<__State>(self, state: __State) -> #with_state<Self, __State, #requires> {
                #with_state::new(self, state)
            }
        }

        #(#cfgs)*
        impl #layer_impl #layer<__Service> for #name #type_generics #layer_where {
            type Service = #layered<Self, (), #requires>;

            fn layer(&self, service: __Service) -> Self::Service {
                #layer::layer(&::core::clone::Clone::clone(self).with_state(()), service)
            }
        }
    }
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
        let provides = provides(definition);
        quote!(#(#attrs)* #pat: #path<'_, #provides, __State, __Endpoint>)
    });
    let before = parameters.iter().map(|parameter| match parameter {
        Parameter::Config(config) => &config.parameter,
        Parameter::Extractor(extractor) => extractor,
    });

    let mut function_generics = static_types(generics);
    let at = function_generics.lifetimes().count();
    let hidden: [GenericParam; 2] = [
        parse_quote!(__State: ::core::marker::Sync + 'static),
        parse_quote!(__Endpoint: #endpoint<__State>),
    ];
    for (offset, parameter) in hidden.into_iter().enumerate() {
        function_generics.params.insert(at + offset, parameter);
    }
    let function_where = &function_generics.where_clause;
    let user_types = type_arguments(generics);

    let extractors = extractors(definition);
    let mut extracted = (0..extractors.len()).map(|at| format_ident!("argument{at}"));
    let extracted_names: Vec<_> = extracted.clone().collect();
    let mut config_at = 0_usize;
    let arguments: Vec<_> = parameters
        .iter()
        .map(|parameter| match parameter {
            Parameter::Config(config) => {
                let at = syn::Index::from(config_at);
                config_at += 1;
                match config.stored {
                    Stored::Static(_) => quote!(self.config.#at),
                    _ => quote!(&self.config.#at),
                }
            }
            Parameter::Extractor(_) => extracted.next().to_token_stream(),
        })
        .collect();
    let mut call = quote! {
        #name::<__State, __Endpoint, #(#user_types),*>(#(#arguments,)* req, next)
    };
    // What another attribute makes of the function may be deep, and the depth of a stack's future is
    // limited: it goes behind a pointer.
    if function_attrs.iter().any(|attr| !is_lint(attr)) {
        let boxed = runtime.boxed();
        call = quote!(#boxed(#call));
    }
    let work = if extractors.is_empty() {
        let respond = runtime.respond();
        quote!(#respond(#call))
    } else {
        let with_arguments = runtime.with_arguments();
        quote! {
            let state = next.state();
            #with_arguments::<(#(#extractors,)*), _, _, _, _>(
                req,
                state,
                move |(#(#extracted_names,)*), req| #call,
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
    let provides = provides(definition);
    quote! {
        fn handle<'__a, __Endpoint: #endpoint<__State>>(
            &'__a self,
            req: #request,
            next: #next<'__a, #provides, __State, __Endpoint>,
        ) -> impl ::core::future::Future<Output = #response> + ::core::marker::Send + '__a {
            #body
        }
    }
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
    let cfgs = cfgs(definition);
    let middleware = runtime.middleware();
    let own = static_types(&types_of(definition));
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
        impl #impl_generics #middleware<__State, #requires> for #name #type_generics #where_clause {
            #method
        }
    }
}

fn cfgs(definition: &Definition) -> Vec<&syn::Attribute> {
    let attrs = definition.item_attrs.iter();
    attrs.filter(|attr| attr.path().is_ident("cfg")).collect()
}

fn is_lint(attr: &syn::Attribute) -> bool {
    ["allow", "deny", "expect", "forbid", "inline", "warn"]
        .iter()
        .any(|name| attr.path().is_ident(name))
}

fn configs(definition: &Definition) -> impl Iterator<Item = &Config> {
    definition
        .parameters
        .iter()
        .filter_map(|parameter| match parameter {
            Parameter::Config(config) => Some(config),
            Parameter::Extractor(_) => None,
        })
}

fn extractors(definition: &Definition) -> Vec<&Type> {
    let parameters = definition.parameters.iter();
    parameters
        .filter_map(|parameter| match parameter {
            Parameter::Config(_) => None,
            Parameter::Extractor(extractor) => Some(&*extractor.ty),
        })
        .collect()
}

fn provides(definition: &Definition) -> TokenStream {
    let types = definition.next.iter().flat_map(|next| &next.provides);
    quote!((#(#types,)*))
}

/// The type and const parameters of the function, with its `where` clause: those of the item.
fn types_of(definition: &Definition) -> Generics {
    let mut generics = definition.generics.clone();
    generics.params = generics
        .params
        .into_iter()
        .filter(|parameter| !matches!(parameter, GenericParam::Lifetime(_)))
        .collect();
    generics
}

/// The same, for an item that lives as long as the application.
fn static_types(generics: &Generics) -> Generics {
    let mut generics = generics.clone();
    let bounds: Vec<WherePredicate> = generics
        .type_params()
        .map(|parameter| {
            let name = &parameter.ident;
            parse_quote!(#name: 'static)
        })
        .collect();
    if !bounds.is_empty() {
        generics.make_where_clause().predicates.extend(bounds);
    }
    generics
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

/// A type that uses the type parameters, where there are any.
fn phantom(generics: &Generics) -> Option<TokenStream> {
    let types: Vec<_> = generics
        .type_params()
        .map(|parameter| &parameter.ident)
        .collect();
    if generics.params.is_empty() {
        return None;
    }
    Some(quote! {
        ::core::marker::PhantomData<fn() -> (#(::core::marker::PhantomData<#types>,)*)>
    })
}

/// The name of a config parameter in the function that makes the middleware.
fn parameter_name(config: &Config, at: usize) -> Ident {
    match &*config.parameter.pat {
        Pat::Ident(pattern) => pattern.ident.clone(),
        _ => Ident::new(&format!("config{at}"), Span::call_site()),
    }
}

/// What is kept.
fn stored(config: &Config, runtime: &Runtime) -> TokenStream {
    match &config.stored {
        Stored::Value(ty) | Stored::Static(ty) => quote!(#ty),
        Stored::Str => runtime.string(),
        Stored::Slice(ty) => {
            let vec = runtime.vec();
            quote!(#vec<#ty>)
        }
    }
}

/// What the function that makes the middleware takes.
fn taken(config: &Config, runtime: &Runtime) -> TokenStream {
    let stored = stored(config, runtime);
    match config.stored {
        Stored::Value(_) | Stored::Static(_) => stored,
        Stored::Str | Stored::Slice(_) => quote!(impl ::core::convert::Into<#stored>),
    }
}
