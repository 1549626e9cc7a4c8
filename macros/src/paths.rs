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
    arc => Arc;
    app => app;
    candidate => candidate;
    boxed => boxed;
    contract => Contract;
    endpoint => Endpoint;
    entry => Entry;
    entry_if => EntryIf;
    head_arguments => HeadArguments;
    http_service => HttpService;
    kinds => kinds;
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
    response => Response;
    respond => respond;
    string => String;
    vec => Vec;
    with_arguments => with_arguments;
    with_state => WithState;
}
