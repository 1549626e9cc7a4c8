//! The names of entries, as `without` refers to them.

use quote::ToTokens;
use syn::{Expr, ExprMethodCall, Path, ext::IdentExt};

use crate::app::providing_layer;

/// The path at the start of an entry: `require_role` for `require_role(Role::Owner)`, `TraceLayer`
/// for `TraceLayer::new_for_http()`. For `provides::<T>(layer)`, it is the path at the start of `layer`.
#[derive(Clone, PartialEq)]
pub(super) struct EntryName(Vec<String>);

impl EntryName {
    /// Returns the name of an entry that starts with a path.
    pub(super) fn of(value: &Expr) -> Option<Self> {
        let path = match value {
            Expr::Path(path) => &path.path,
            Expr::Struct(made) => &made.path,
            Expr::Call(call) => {
                let layer = providing_layer::layer_of(call);
                return Self::of(layer.unwrap_or(&call.func));
            }
            Expr::MethodCall(call) => return Self::of_method(call),
            Expr::Paren(inner) => return Self::of(&inner.expr),
            Expr::Group(inner) => return Self::of(&inner.expr),
            Expr::Reference(inner) => return Self::of(&inner.expr),
            _ => return None,
        };
        let mut segments = segments(path);
        // An associated function has the name of its type.
        if let [.., owner, function] = &*segments
            && begins_upper(owner)
            && !begins_upper(function)
        {
            segments.pop();
        }
        Some(Self(segments))
    }

    /// Returns the name of the method for a call on a variable: `layers.cors()` is `cors`. A clone has the name of the
    /// variable.
    fn of_method(call: &ExprMethodCall) -> Option<Self> {
        match &*call.receiver {
            original if call.method == "clone" => Self::of(original),
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

    /// Returns whether this is the name of a function, as that of a middleware is.
    pub(super) fn is_function(&self) -> bool {
        let last = self.0.last();
        last.is_some_and(|last| !begins_upper(last))
    }

    /// Returns whether a path refers to this entry, by its whole name or by the end of it.
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

/// Returns the path as text, without spaces.
pub(super) fn path_text(path: &Path) -> String {
    path.to_token_stream().to_string().replace(' ', "")
}
