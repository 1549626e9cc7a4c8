//! Names routes, and writes the calls that build their URLs.

use std::fmt::Write;

use crate::{
    generator::{Generator, Place},
    parts::Border,
};

/// A named route.
pub(crate) struct Url {
    name: String,
    /// The full path.
    path: String,
    borders: Vec<Border>,
}

impl Generator<'_> {
    /// Returns ` as name` at random.
    pub(crate) fn route_name(&mut self, place: &Place, path: &str) -> String {
        if self.one_in(2) {
            return String::new();
        }
        let name = format!("route_{}", self.number());
        let text = format!(" as {name}");
        self.model.urls.push(Url {
            name,
            path: path.to_owned(),
            borders: place.borders.clone(),
        });
        text
    }
}

impl Url {
    /// Returns the call for the application as a whole.
    pub(crate) fn flat(&self, app: &str) -> String {
        let Self { name, path, .. } = self;
        format!("{app}::url::{name}({})", arguments("", path))
    }

    /// Returns the calls for the application in parts, outermost first.
    pub(crate) fn in_parts(&self, app: &str) -> String {
        let mut text = format!("{app}::url::");
        let mut outer = "";
        for Border { name, prefix } in &self.borders {
            write!(text, "{name}({}).", arguments(outer, prefix)).unwrap();
            outer = prefix;
        }
        text + &format!("{}({})", self.name, arguments(outer, &self.path))
    }
}

/// Returns values for the parameters of a path after a prefix. Each is different, and some characters need encoding.
fn arguments(prefix: &str, path: &str) -> String {
    let count = |path: &str| path.matches('{').count();
    let values = (count(prefix)..count(path)).map(|number| format!("\"{number} é/%\""));
    values.collect::<Vec<_>>().join(", ")
}
