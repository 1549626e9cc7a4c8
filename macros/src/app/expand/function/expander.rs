//! The shared context for generating the function.

use proc_macro2::Ident;

use crate::{
    app::{expand::parts::has_include, model::App},
    hygiene::hidden,
    paths::Runtime,
    syntax::returns,
};

/// The variables of the generated function, which user code cannot see.
pub(super) struct Variables {
    pub(super) app: Ident,
    pub(super) before: Ident,
    pub(super) choice: Ident,
    pub(super) entry: Ident,
    pub(super) fit: Ident,
    pub(super) kind: Ident,
    pub(super) list: Ident,
    /// The marker for the type that the function returns.
    pub(super) output: Ident,
    pub(super) part: Ident,
    /// The rules of the entries.
    pub(super) rules: Ident,
    /// The scope outside of all lists.
    pub(super) root: Ident,
    pub(super) scope: Ident,
    pub(super) stack: Ident,
    pub(super) state: Ident,
    pub(super) target: Ident,
}

/// The application, and the names that its function uses.
pub(super) struct Expander<'a> {
    pub(super) app: &'a App,
    pub(super) runtime: &'a Runtime,
    pub(super) variables: Variables,
    /// Whether the rules of entries are checked across the border of a part.
    pub(super) has_border: bool,
}

impl<'a> Expander<'a> {
    pub(super) fn new(app: &'a App, runtime: &'a Runtime) -> Self {
        let variables = Variables {
            app: hidden("app"),
            before: hidden("before"),
            choice: hidden("choice"),
            entry: hidden("entry"),
            fit: hidden("fit"),
            kind: hidden("kind"),
            list: hidden("list"),
            output: hidden("output"),
            part: hidden("part"),
            rules: hidden("rules"),
            root: hidden("root"),
            scope: hidden("scope"),
            stack: hidden("stack"),
            state: hidden("state"),
            target: hidden("target"),
        };
        Self {
            app,
            runtime,
            variables,
            has_border: !returns(&app.sig.output, "Router") || has_include(&app.nodes),
        }
    }
}
