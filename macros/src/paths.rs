//! The paths of runtime items in generated code. No other file names one.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Path;

/// The path to the runtime in generated code.
pub(crate) struct Runtime {
    path: TokenStream,
    /// Whether the path is relative to the module that uses the macro.
    is_relative: bool,
}

impl Runtime {
    /// Returns the path for `crate = path`, or for the crate's own name.
    pub(crate) fn new(crate_path: Option<&Path>) -> Self {
        let Some(path) = crate_path else {
            return Self {
                path: quote!(::concentric::__private),
                is_relative: false,
            };
        };
        let is_absolute = path.leading_colon.is_some() || begins_with(path, &["crate", "$crate"]);
        Self {
            path: quote!(#path::__private),
            is_relative: !is_absolute,
        }
    }

    /// Returns the path as seen from inside of a generated module.
    pub(crate) fn in_module(crate_path: Option<&Path>) -> Self {
        let mut this = Self::new(crate_path);
        if let Some(path) = crate_path
            && begins_with(path, &["self", "super"])
        {
            let skip = usize::from(begins_with(path, &["self"]));
            let rest = path.segments.iter().skip(skip);
            this.path = quote!(super::#(#rest::)*__private);
            this.is_relative = false;
        }
        this
    }

    /// Generates code that an editor does not read. rust-analyzer sets the `cfg` in the user's crate.
    ///
    /// The code is the input of a macro: in code that is only left out, an editor still resolves paths.
    pub(crate) fn for_compiler(&self, code: &TokenStream) -> TokenStream {
        let pass = self.pass();
        quote!(#[cfg(not(rust_analyzer))] { #pass! { #code } })
    }

    /// Generates items outside of a module and a function. The `cfg` is unknown to Cargo, which a lint would report there.
    pub(crate) fn items(code: &TokenStream) -> TokenStream {
        quote!(#[allow(unexpected_cfgs)] const _: () = { #code };)
    }

    /// Generates code that only an editor reads. It is the input of a macro, which may be half-written.
    pub(crate) fn for_editor(&self, code: &TokenStream) -> TokenStream {
        let pass = self.pass();
        quote!(#[cfg(rust_analyzer)] { #pass! { #code } })
    }

    /// Returns the import that makes a relative path valid inside of a generated module.
    pub(crate) fn imports(&self) -> Option<TokenStream> {
        self.is_relative.then(|| {
            quote!(
                #[allow(unused_imports)]
                use super::*;
            )
        })
    }
}

fn begins_with(path: &Path, words: &[&str]) -> bool {
    let first = path.segments.first();
    first.is_some_and(|first| words.iter().any(|word| first.ident == word))
}

macro_rules! items {
    ($($method:ident => $($item:ident)::+;)*) => {
        impl Runtime {
            $(
                pub(crate) fn $method(&self) -> TokenStream {
                    let runtime = &self.path;
                    quote!(#runtime::$($item)::+)
                }
            )*
        }
    };
}

items! {
    answer_kinds => answer_kinds;
    answers => answers;
    app => app;
    app_module => AppModule;
    check_part => check;
    entry_info => EntryInfo;
    includes => Includes;
    listed => listed;
    list_owner => ListOwner;
    output => output;
    included => included;
    around_the_part => AroundThePart;
    impossible => Impossible;
    piece => Piece;
    rule_probe => rule_probe;
    rules => Rules;
    stateless => stateless;
    table_size => Size;
    pass => pass;
    from => From;
    arc => Arc;
    boxed => boxed;
    candidate => candidate;
    provides => Provides;
    depends_on => DependsOn;
    declared_state => declared_state;
    merged => merged;
    mounted => mounted;
    describe => Describe;
    early_argument => checks::early;
    chain => Chain;
    choice => Choice;
    equals => Equals;
    entry => Entry;
    entry_if => EntryIf;
    entry_types => EntryTypes;
    extracted => extracted;
    function_check => checks::function;
    has_arguments => HasArguments;
    head_arguments => HeadArguments;
    hole => Hole;
    http_service => HttpService;
    is_next => ConcentricNext;
    declared_rows => DeclaredRows;
    evaluate => evaluate;
    has_pieces => HasPieces;
    rows_of_declared => declared_rows;
    table_rows => TableRows;
    row_kind => RouteKind;
    keywords => keywords;
    kinds => kinds;
    known_by_type => checks::ByType;
    known_for_state => checks::ForState;
    known_generic => checks::Generic;
    known_state => known_state;
    last_argument => checks::last;
    layer => Layer;
    middleware_service => MiddlewareService;
    probed => probed;
    middleware => Middleware;
    never => never;
    next => Next;
    option => Option;
    order => Order;
    parts_marker => FromParts;
    remaining => remaining;
    request => Request;
    respond => respond;
    response => Response;
    response_check => checks::response;
    router => Router;
    route_table => RouteTable;
    shown => Shown;
    shown_kinds => shown_kinds;
    stack_info => StackInfo;
    state_argument => StateArgument;
    string => String;
    unknown => unknown;
    unknown_state => UnknownState;
    urls => urls;
    vec => Vec;
    verdicts => checks::verdicts;
    middleware_layer => MiddlewareLayer;
}
