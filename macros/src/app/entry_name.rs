//! The names of entries, which `without` takes.

use quote::ToTokens;
use syn::{Expr, ExprMethodCall, Path, ext::IdentExt};

/// The name of an entry: the path that it begins with, `require_role` of `require_role(Role::Owner)`
/// and `TraceLayer` of `TraceLayer::new_for_http()`.
#[derive(Clone)]
pub(super) struct EntryName(Vec<String>);

impl EntryName {
    /// The name of an entry, where it begins with a path.
    pub(super) fn of(value: &Expr) -> Option<Self> {
        let path = match value {
            Expr::Path(path) => &path.path,
            Expr::Struct(made) => &made.path,
            Expr::Call(call) => return Self::of(&call.func),
            Expr::MethodCall(call) => return Self::of_method(call),
            Expr::Paren(inner) => return Self::of(&inner.expr),
            Expr::Group(inner) => return Self::of(&inner.expr),
            Expr::Reference(inner) => return Self::of(&inner.expr),
            _ => return None,
        };
        let mut segments = segments(path);
        // What is made by a function of a type has the name of the type.
        if let [.., owner, function] = &*segments
            && begins_upper(owner)
            && !begins_upper(function)
        {
            segments.pop();
        }
        Some(Self(segments))
    }

    /// What a variable makes has the name of the method: `layers.cors()` is `cors`.
    fn of_method(call: &ExprMethodCall) -> Option<Self> {
        match &*call.receiver {
            Expr::Path(variable)
                if variable
                    .path
                    .get_ident()
                    .is_some_and(|ident| !begins_upper(&ident.to_string())) =>
            {
                Some(Self(vec![call.method.unraw().to_string()]))
            }
            Expr::MethodCall(inner) => Self::of_method(inner),
            other => Self::of(other),
        }
    }

    /// Whether a path means this entry: it is the name, or the end of it.
    pub(super) fn matches(&self, path: &Path) -> bool {
        self.0.ends_with(&segments(path))
    }
}

impl std::fmt::Display for EntryName {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0.join("::"))
    }
}

fn segments(path: &Path) -> Vec<String> {
    let segments = path.segments.iter();
    segments
        .map(|segment| segment.ident.unraw().to_string())
        .collect()
}

fn begins_upper(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// A path as a person would write it.
pub(super) fn path_text(path: &Path) -> String {
    path.to_token_stream().to_string().replace(' ', "")
}
