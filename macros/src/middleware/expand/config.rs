//! Generates the type of a middleware with config: the constructor, the methods for config with a default, `Clone` and
//! `Debug`.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::{Generics, Index, Pat, ext::IdentExt};

use crate::{
    hygiene::hidden,
    middleware::definition::{Config, ConfigDefault, Definition, Stored},
    paths::Runtime,
    syntax::source_text,
};

/// Generates the type, and the function of its name, which makes a value of it.
pub(super) fn configured(definition: &Definition, runtime: &Runtime) -> TokenStream {
    let Definition {
        item_attrs,
        vis,
        name,
        ..
    } = definition;
    let generics = definition.item_generics();
    let (parameters, arguments, bounds) = generics.split_for_impl();
    let configs: Vec<&Config> = definition.configs().collect();
    let cfgs = definition.cfgs();
    let arc = runtime.arc();
    let has_defaults = definition.has_defaults();
    // A method that sets a value must not need a `Clone` of the others, so each has an `Arc`.
    let types = configs.iter().map(|config| {
        let stored = stored_type(config, runtime);
        if has_defaults {
            quote!(#arc<#stored>)
        } else {
            stored
        }
    });
    let (mut taken, mut defaults, mut values) = (vec![], vec![], vec![]);
    for (at, config) in configs.iter().enumerate() {
        let name = parameter_name(config, at);
        let value = match &config.default {
            None => {
                let ty = constructor_type(config, runtime);
                taken.push(quote!(#name: #ty));
                stored_value(config, &name)
            }
            // Before any argument is moved, since the default may use one.
            Some(default) => {
                let variable = hidden(&format!("default{at}"));
                let value = default_value(config, default, runtime);
                defaults.push(quote!(let #variable = #value;));
                variable.into_token_stream()
            }
        };
        values.push(if has_defaults {
            quote!(#arc::new(#value))
        } else {
            value
        });
    }
    let phantom = phantom(&generics);
    let (config_type, config) = (
        quote!((#(#types,)* #phantom,)),
        quote!((#(#values,)* ::core::marker::PhantomData,)),
    );
    let (config_type, config) = if has_defaults {
        (config_type, config)
    } else {
        (quote!(#arc<#config_type>), quote!(#arc::new(#config)))
    };
    let setters = has_defaults.then(|| setters(definition, runtime));
    let debug = debug(definition, runtime);
    // rustc does not report an unused function that begins or ends with tokens of ours.
    let body = quote!(#(#defaults)* #name { config: #config });
    let function = quote_spanned! {name.span()=>
        fn #name #parameters (#(#taken),*) -> #name #arguments #bounds { #body }
    };
    quote! {
        #(#item_attrs)*
        #[allow(non_camel_case_types, missing_docs, dead_code)]
        #vis struct #name #parameters #bounds {
            config: #config_type,
        }

        #(#item_attrs)*
        #[must_use]
        #[allow(deprecated, clippy::too_many_arguments)]
        #vis #function

        #setters

        #(#cfgs)*
        #[allow(deprecated)]
        impl #parameters ::core::clone::Clone for #name #arguments #bounds {
            fn clone(&self) -> Self {
                Self {
                    config: ::core::clone::Clone::clone(&self.config),
                }
            }
        }

        #debug
    }
}

/// Generates the impl of `Debug`, which shows the config.
fn debug(definition: &Definition, runtime: &Runtime) -> TokenStream {
    let name = &definition.name;
    let cfgs = definition.cfgs();
    let generics = definition.item_generics();
    let (parameters, arguments, bounds) = generics.split_for_impl();
    let (shown, shown_kinds) = (runtime.shown(), runtime.shown_kinds());
    let fields = definition.configs().enumerate().map(|(at, config)| {
        let label = match &*config.parameter.pat {
            Pat::Ident(pattern) => pattern.ident.unraw().to_string(),
            _ => at.to_string(),
        };
        let at = Index::from(at);
        quote!(.field(#label, (&&#shown(&self.config.#at)).shown()))
    });
    let text = name.unraw().to_string();
    let f = hidden("f");
    quote! {
        #(#cfgs)*
        #[allow(deprecated)]
        impl #parameters ::core::fmt::Debug for #name #arguments #bounds {
            fn fmt(&self, #f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                #[allow(unused_imports)]
                use #shown_kinds::*;
                #f.debug_struct(#text)#(#fields)*.finish()
            }
        }
    }
}

/// Generates the methods that set a config which has a default.
fn setters(definition: &Definition, runtime: &Runtime) -> TokenStream {
    let Definition { vis, name, .. } = definition;
    let cfgs = definition.cfgs();
    let generics = definition.item_generics();
    let (parameters, arguments, bounds) = generics.split_for_impl();
    let arc = runtime.arc();
    let setters = definition.configs().enumerate().filter_map(|(at, config)| {
        let ConfigDefault { name, docs, value } = config.default.as_ref()?;
        let (at, ty) = (Index::from(at), constructor_type(config, runtime));
        let set = stored_value(config, name);
        let default = value.as_ref().map_or_else(
            || "that of its type".to_owned(),
            |value| format!("`{}`", source_text(value)),
        );
        let name_text = name.unraw();
        let docs = if docs.is_empty() {
            let text = format!("Sets `{name_text}`.");
            quote!(#[doc = #text])
        } else {
            quote!(#(#docs)*)
        };
        let default = format!("The default is {default}.");
        Some(quote! {
            #docs
            #[doc = ""]
            #[doc = #default]
            #[must_use]
            #vis fn #name(mut self, #name: #ty) -> Self {
                self.config.#at = #arc::new(#set);
                self
            }
        })
    });
    quote! {
        #(#cfgs)*
        #[allow(dead_code, deprecated)]
        impl #parameters #name #arguments #bounds {
            #(#setters)*
        }
    }
}

/// Returns a type that uses every type parameter, which rustc requires of a struct.
fn phantom(generics: &Generics) -> TokenStream {
    let types = generics.type_params().map(|parameter| &parameter.ident);
    quote!(::core::marker::PhantomData<fn() -> (#(::core::marker::PhantomData<#types>,)*)>)
}

/// Returns the name of a config parameter in the constructor.
fn parameter_name(config: &Config, at: usize) -> Ident {
    match &*config.parameter.pat {
        Pat::Ident(pattern) => pattern.ident.clone(),
        _ => hidden(&format!("config{at}")),
    }
}

/// Returns the type that stores a config value.
fn stored_type(config: &Config, runtime: &Runtime) -> TokenStream {
    match &config.stored {
        Stored::Value(ty) | Stored::Static(ty) => ty.to_token_stream(),
        Stored::Nothing(_) => quote!(()),
        Stored::Str => runtime.string(),
        Stored::Slice(ty) => {
            let vec = runtime.vec();
            quote!(#vec<#ty>)
        }
    }
}

/// Returns the type of a config parameter in the constructor.
fn constructor_type(config: &Config, runtime: &Runtime) -> TokenStream {
    let stored = stored_type(config, runtime);
    match &config.stored {
        Stored::Value(_) | Stored::Static(_) => stored,
        Stored::Nothing(taken) => taken.clone(),
        Stored::Str | Stored::Slice(_) => quote!(impl ::core::convert::Into<#stored>),
    }
}

/// Returns the expression that makes the default of a config.
fn default_value(config: &Config, default: &ConfigDefault, runtime: &Runtime) -> TokenStream {
    let Some(value) = &default.value else {
        return quote!(::core::default::Default::default());
    };
    // The variable has rustc compare a value of another type with the type that is written.
    let (stored, variable) = (stored_type(config, runtime), hidden("default"));
    let value = stored_value(config, value);
    quote!({
        let #variable: #stored = #value;
        #variable
    })
}

/// Returns the expression that makes the stored value of the constructor's argument.
fn stored_value(config: &Config, name: &impl ToTokens) -> TokenStream {
    match config.stored {
        Stored::Value(_) | Stored::Static(_) => name.to_token_stream(),
        Stored::Nothing(_) => quote!({
            let _ = #name;
        }),
        Stored::Str | Stored::Slice(_) => quote!(::core::convert::Into::into(#name)),
    }
}
