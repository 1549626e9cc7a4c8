//! A checked middleware, as data.

use proc_macro2::{TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{Attribute, Expr, Generics, Ident, Pat, PatType, ReturnType, Type, TypePath, Visibility};

use crate::middleware::generics;

/// Attributes that do not transform a function.
const INERT: [&str; 8] = [
    "allow", "cold", "deny", "expect", "forbid", "inline", "must_use", "warn",
];

/// A checked middleware. Each parameter has one role, and the request and `Next` are separate from
/// the rest.
///
/// The request or `next` is `None` only if an error has been reported.
pub(super) struct Definition {
    /// Attributes for the generated items, such as docs and `#[cfg]`.
    pub(super) item_attrs: Vec<Attribute>,
    /// Attributes for the function.
    pub(super) function_attrs: Vec<Attribute>,
    pub(super) vis: Visibility,
    pub(super) name: Ident,
    pub(super) generics: Generics,
    /// The parameters before the request, in written order.
    pub(super) parameters: Vec<Parameter>,
    /// The request and its written type.
    pub(super) request: Option<PatType>,
    pub(super) next: Option<NextParameter>,
    pub(super) output: ReturnType,
    pub(super) body: TokenStream,
}

impl Definition {
    /// Returns the `#[cfg]` attributes.
    pub(super) fn cfgs(&self) -> Vec<&Attribute> {
        let attrs = self.item_attrs.iter();
        attrs.filter(|attr| attr.path().is_ident("cfg")).collect()
    }

    /// Returns the type and const parameters of the generated items.
    pub(super) fn item_generics(&self) -> Generics {
        generics::for_item(&self.generics)
    }

    pub(super) fn configs(&self) -> impl Iterator<Item = &Config> {
        let parameters = self.parameters.iter();
        parameters.filter_map(|parameter| match parameter {
            Parameter::Config(config) => Some(&**config),
            Parameter::State(_) | Parameter::Extractor(_) => None,
        })
    }

    /// Returns whether a `#[config]` parameter has a default.
    pub(super) fn has_defaults(&self) -> bool {
        self.configs().any(|config| config.default.is_some())
    }

    /// Returns the types of the `State<T>` parameters.
    pub(super) fn states(&self) -> impl Iterator<Item = &Type> {
        let parameters = self.parameters.iter();
        parameters.filter_map(|parameter| match parameter {
            Parameter::State(state) => Some(&*state.ty),
            Parameter::Config(_) | Parameter::Extractor(_) => None,
        })
    }

    /// Returns the types of the extractors, without `State<T>`.
    pub(super) fn extractors(&self) -> Vec<&Type> {
        let parameters = self.parameters.iter();
        parameters
            .filter_map(|parameter| match parameter {
                Parameter::Extractor(extractor) => Some(&*extractor.ty),
                Parameter::Config(_) | Parameter::State(_) => None,
            })
            .collect()
    }

    /// Returns whether another attribute may transform the function.
    pub(super) fn may_be_transformed(&self) -> bool {
        self.function_attrs.iter().any(|attr| !is_inert(attr))
    }

    /// Returns the return type if it can be named outside of the signature, and no attribute may
    /// transform the function.
    pub(super) fn known_output(&self) -> Option<&Type> {
        match &self.output {
            ReturnType::Type(_, ty)
                if is_nameable(ty.to_token_stream()) && !self.may_be_transformed() =>
            {
                Some(ty)
            }
            _ => None,
        }
    }

    /// Returns the provided types as a tuple.
    pub(super) fn provides(&self) -> TokenStream {
        let types = self.next.iter().flat_map(|next| &next.provides);
        quote!((#(#types,)*))
    }
}

/// A parameter before the request. Its attributes stay on the function's parameter.
pub(super) enum Parameter {
    Config(Box<Config>),
    /// A parameter written as `State<T>`, which is made without the request.
    State(PatType),
    Extractor(PatType),
}

impl Parameter {
    /// Returns the parameter as the user wrote it.
    pub(super) fn as_written(&self) -> &PatType {
        match self {
            Self::Config(config) => &config.parameter,
            Self::State(extractor) | Self::Extractor(extractor) => extractor,
        }
    }
}

/// A `#[config]` parameter.
pub(super) struct Config {
    pub(super) parameter: PatType,
    pub(super) stored: Stored,
    pub(super) default: Option<ConfigDefault>,
}

/// The value of a `#[config]` parameter that the list need not set. A method of the parameter's name sets another.
pub(super) struct ConfigDefault {
    pub(super) name: Ident,
    pub(super) docs: Vec<Attribute>,
    /// The written value, or that of the type.
    pub(super) value: Option<Expr>,
}

/// The representation of a config value in the middleware.
pub(super) enum Stored {
    /// `&T` is stored as `T`.
    Value(Type),
    /// `&str` is stored as `String`, and the constructor takes `impl Into<String>`.
    Str,
    /// `&[T]` is stored as `Vec<T>`, and the constructor takes `impl Into<Vec<T>>`.
    Slice(Type),
    /// `&'static T` is stored unchanged.
    Static(Type),
    /// A value of a middleware with errors. The constructor takes this type and drops it.
    Nothing(TokenStream),
}

/// The `next` parameter. Its path is the written path to `Next`, without the type arguments.
pub(super) struct NextParameter {
    pub(super) attrs: Vec<Attribute>,
    pub(super) pat: Pat,
    pub(super) path: TypePath,
    pub(super) provides: Vec<Type>,
}

/// Returns whether the attribute never transforms a function.
fn is_inert(attr: &Attribute) -> bool {
    let name = attr.path();
    INERT.iter().any(|inert| name.is_ident(inert))
}

/// Returns whether a type can be named outside of the signature. `impl Trait`, `!` and the
/// function's lifetimes cannot.
fn is_nameable(ty: TokenStream) -> bool {
    let mut tokens = ty.into_iter();
    while let Some(token) = tokens.next() {
        let is_nameable = match token {
            TokenTree::Group(group) => is_nameable(group.stream()),
            TokenTree::Ident(name) => name != "impl",
            TokenTree::Punct(mark) if mark.as_char() == '\'' => {
                matches!(tokens.next(), Some(TokenTree::Ident(name)) if name == "static")
            }
            TokenTree::Punct(mark) => mark.as_char() != '!',
            TokenTree::Literal(_) => true,
        };
        if !is_nameable {
            return false;
        }
    }
    true
}
