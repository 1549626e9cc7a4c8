//! What a middleware is once it has been read.

use proc_macro2::{TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{Attribute, Generics, Ident, Pat, PatType, ReturnType, Type, TypePath, Visibility};

use crate::middleware::generics;

/// The attributes that leave a function as it is.
const INERT: [&str; 8] = [
    "allow", "cold", "deny", "expect", "forbid", "inline", "must_use", "warn",
];

/// A middleware, ready to be expanded.
pub(super) struct Definition {
    /// Attributes of the item that the middleware becomes: its docs, its `#[cfg]`.
    pub(super) item_attrs: Vec<Attribute>,
    /// Attributes of the function that does the work.
    pub(super) function_attrs: Vec<Attribute>,
    pub(super) vis: Visibility,
    pub(super) name: Ident,
    pub(super) generics: Generics,
    /// What comes before the request, in the order written.
    pub(super) parameters: Vec<Parameter>,
    /// The request and its type, as written.
    pub(super) request: Option<PatType>,
    pub(super) next: Option<NextParameter>,
    pub(super) output: ReturnType,
    pub(super) body: TokenStream,
}

impl Definition {
    /// The attributes that say where the item is there at all.
    pub(super) fn cfgs(&self) -> Vec<&Attribute> {
        let attrs = self.item_attrs.iter();
        attrs.filter(|attr| attr.path().is_ident("cfg")).collect()
    }

    /// The type and const parameters of the item.
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

    /// The types that are made of the state.
    pub(super) fn states(&self) -> impl Iterator<Item = &Type> {
        let parameters = self.parameters.iter();
        parameters.filter_map(|parameter| match parameter {
            Parameter::State(state) => Some(&*state.ty),
            Parameter::Config(_) | Parameter::Extractor(_) => None,
        })
    }

    /// The types of the other extractors.
    pub(super) fn extractors(&self) -> Vec<&Type> {
        let parameters = self.parameters.iter();
        parameters
            .filter_map(|parameter| match parameter {
                Parameter::Extractor(extractor) => Some(&*extractor.ty),
                Parameter::Config(_) | Parameter::State(_) => None,
            })
            .collect()
    }

    /// Whether another attribute may make something else of the function.
    pub(super) fn may_be_transformed(&self) -> bool {
        self.function_attrs.iter().any(|attr| !is_inert(attr))
    }

    /// What it returns, where that is written and can be written anywhere, and nothing else is made of
    /// the function.
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

    /// The types that it provides, as a tuple.
    pub(super) fn provides(&self) -> TokenStream {
        let types = self.next.iter().flat_map(|next| &next.provides);
        quote!((#(#types,)*))
    }
}

/// A parameter before the request. Its attributes are those of the function's parameter.
pub(super) enum Parameter {
    Config(Box<Config>),
    /// What is written `State<T>`, which needs no request.
    State(PatType),
    Extractor(PatType),
}

impl Parameter {
    /// The parameter of the function.
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
}

/// How config is kept.
pub(super) enum Stored {
    /// `&T`: a `T`.
    Value(Type),
    /// `&str`: a `String`, made from anything that converts.
    Str,
    /// `&[T]`: a `Vec<T>`, made from anything that converts.
    Slice(Type),
    /// `&'static T`: as it is.
    Static(Type),
}

/// The `next` parameter: its type is a path to `Next`, without the arguments that were written.
pub(super) struct NextParameter {
    pub(super) attrs: Vec<Attribute>,
    pub(super) pat: Pat,
    pub(super) path: TypePath,
    pub(super) provides: Vec<Type>,
}

fn is_inert(attr: &Attribute) -> bool {
    let name = attr.path();
    INERT.iter().any(|inert| name.is_ident(inert))
}

/// Whether a type can be written anywhere: `impl Trait`, `!` and the lifetimes of a function cannot.
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
