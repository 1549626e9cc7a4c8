//! Generates the type of a middleware, its constructor, and its impls other than `Middleware`.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::parse_quote;

use crate::{
    hygiene::hidden,
    middleware::{
        definition::{Definition, Parameter},
        expand::{config::configured, depends_on::depends_on},
        parse::Options,
    },
    paths::Runtime,
};

/// Generates the item.
pub(super) fn item(definition: &Definition, options: &Options, runtime: &Runtime) -> TokenStream {
    let declaration = declaration(definition, runtime);
    let provides = provides(definition, options, runtime);
    let layer = layer(definition, runtime);
    quote!(#declaration #provides #layer)
}

/// Generates the type and the function of the middleware's name, which makes a value of it.
fn declaration(definition: &Definition, runtime: &Runtime) -> TokenStream {
    let Definition {
        item_attrs,
        vis,
        name,
        ..
    } = definition;
    if definition.configs().next().is_none() && definition.item_generics().params.is_empty() {
        // rustc does not report an unused function that begins or ends with tokens of ours.
        let function = quote_spanned!(name.span()=> fn #name() -> #name { #name {} });
        // Not a unit struct: its name would be a constant, which a variable of that name matches.
        return quote! {
            #(#item_attrs)*
            #[allow(non_camel_case_types, dead_code)]
            #[derive(::core::clone::Clone, ::core::marker::Copy, ::core::fmt::Debug)]
            #vis struct #name {}

            #(#item_attrs)*
            #[must_use]
            #[allow(deprecated)]
            #vis #function
        };
    }

    configured(definition, runtime)
}

/// Generates the impls for the provided types and the order rules.
fn provides(definition: &Definition, options: &Options, runtime: &Runtime) -> TokenStream {
    let name = &definition.name;
    let cfgs = definition.cfgs();
    let generics = definition.item_generics();
    let (parameters, arguments, bounds) = generics.split_for_impl();
    let trait_ = runtime.provides();
    let provides = definition.provides();
    let Options {
        outside, inside, ..
    } = options;
    let order = (!outside.is_empty() || !inside.is_empty()).then(|| {
        let order = runtime.order();
        quote! {
            #(#cfgs)*
            #[allow(deprecated)]
            impl #parameters #order for #name #arguments #bounds {
                type Outside = (#(#outside,)*);
                type Inside = (#(#inside,)*);
            }
        }
    });
    let depends_on = depends_on(definition, options, runtime);
    let arguments_of = has_arguments(definition, runtime);
    quote! {
        #(#cfgs)*
        #[allow(deprecated)]
        impl #parameters #trait_ for #name #arguments #bounds {
            type Types = #provides;
        }

        #order
        #depends_on
        #arguments_of
    }
}

/// Generates the impl that names the arguments, for the message about one that cannot be extracted.
fn has_arguments(definition: &Definition, runtime: &Runtime) -> Option<TokenStream> {
    let types: Vec<_> = definition
        .parameters
        .iter()
        .filter_map(|parameter| match parameter {
            Parameter::Config(_) => None,
            Parameter::State(argument) | Parameter::Extractor(argument) => Some(&argument.ty),
        })
        .collect();
    if types.is_empty() {
        return None;
    }
    let name = &definition.name;
    let cfgs = definition.cfgs();
    let generics = definition.item_generics();
    let (parameters, arguments, bounds) = generics.split_for_impl();
    let trait_ = runtime.has_arguments();
    Some(quote! {
        #(#cfgs)*
        #[allow(deprecated)]
        impl #parameters #trait_ for #name #arguments #bounds {
            type Arguments = (#(#types,)*);
        }
    })
}

/// Generates the impls that make it a layer for a plain axum router. There, no outer middleware
/// provides a type, so every extractor must work on the request alone.
fn layer(definition: &Definition, runtime: &Runtime) -> TokenStream {
    let Definition { vis, name, .. } = definition;
    let cfgs = definition.cfgs();
    let generics = definition.item_generics();
    let (parameters, arguments, bounds) = generics.split_for_impl();
    let mut layer_generics = generics.clone();
    let http_service = runtime.http_service();
    layer_generics
        .params
        .push(parse_quote!(__Service: #http_service));
    let (layer_parameters, _, _) = layer_generics.split_for_impl();

    let (layer, stateless, middleware_service, middleware_layer) = (
        runtime.layer(),
        runtime.stateless(),
        runtime.middleware_service(),
        runtime.middleware_layer(),
    );
    let extractors = definition.extractors();
    let requires = if extractors.is_empty() {
        quote!(())
    } else {
        let from_parts = runtime.parts_marker();
        let each = extractors.iter().map(|_| &from_parts);
        quote!((#(#each,)*))
    };
    let [state, service] = ["state", "service"].map(hidden);
    quote! {
        #(#cfgs)*
        #[allow(dead_code, deprecated)]
        impl #parameters #name #arguments #bounds {
            /// Returns this middleware as a `tower::Layer` for a plain axum router with this state.
            #[must_use]
            #vis fn with_state<__State>(self, #state: __State) -> #middleware_layer<Self, __State, #requires> {
                #middleware_layer::new(self, #state)
            }
        }

        #(#cfgs)*
        #[allow(deprecated)]
        impl #layer_parameters #layer<__Service> for #name #arguments #bounds {
            type Service = #middleware_service<Self, (), #requires>;

            fn layer(&self, #service: __Service) -> Self::Service {
                #stateless(self, #service)
            }
        }
    }
}
