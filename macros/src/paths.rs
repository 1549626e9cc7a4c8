//! Every path of the runtime that generated code names.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Path;

/// Where the generated code finds the runtime.
pub(crate) struct Runtime(TokenStream);

impl Runtime {
    /// The runtime under its own name, or as the crate that `crate = path` names.
    pub(crate) fn new(krate: Option<&Path>) -> Self {
        Self(match krate {
            Some(path) => quote!(#path::__private),
            None => quote!(::concentric::__private),
        })
    }
}

macro_rules! items {
    ($($method:ident => $($item:ident)::+;)*) => {
        impl Runtime {
            $(
                pub(crate) fn $method(&self) -> TokenStream {
                    let runtime = &self.0;
                    quote!(#runtime::$($item)::+)
                }
            )*
        }
    };
}

items! {
    app => app;
    arc => Arc;
    boxed => boxed;
    candidate => candidate;
    contract => Contract;
    early_argument => checks::early;
    endpoint => Endpoint;
    entry => Entry;
    entry_if => EntryIf;
    function_check => checks::function;
    extract => extract;
    extracted => extracted;
    head_arguments => HeadArguments;
    http_service => HttpService;
    kinds => kinds;
    known_by_type => checks::ByType;
    known_for_state => checks::ForState;
    known_generic => checks::Generic;
    last_argument => checks::last;
    layer => Layer;
    layered => Layered;
    method_filter => MethodFilter;
    middleware => Middleware;
    next => Next;
    option => Option;
    order => Order;
    outermost => outermost;
    parts_marker => FromParts;
    request => Request;
    respond => respond;
    response => Response;
    response_check => checks::response;
    router => Router;
    string => String;
    vec => Vec;
    verdicts => checks::verdicts;
    with_state => WithState;
}
