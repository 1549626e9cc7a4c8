//! Reads the declaration of a parameter, which other frameworks write between brackets.

/// A parameter, with everything that its declaration says.
#[derive(Clone, Default)]
pub(super) struct Parameter {
    /// The name, or an empty string.
    pub(super) name: String,
    /// Whether the parameter is the rest of the path.
    pub(super) is_rest: bool,
    pub(super) is_optional: bool,
    /// Whether the declaration has a type or a regex.
    pub(super) is_typed: bool,
}

impl Parameter {
    /// Returns the parameter in axum's syntax.
    pub(super) fn to_axum(&self) -> String {
        let star = if self.is_rest { "*" } else { "" };
        format!("{{{star}{}}}", self.name)
    }

    /// Adds a type or a regex, which can say that the parameter is the rest of the path.
    pub(super) fn add_type(&mut self, text: &str) {
        self.is_typed = true;
        self.is_rest |= is_rest(text);
    }
}

/// The brackets around a declaration.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Brackets {
    /// `{id:int}`
    Braces,
    /// `<int:id>`, or `<id:int>` in some frameworks
    Angles,
    /// `[id]`
    Squares,
}

/// Reads the declaration between brackets.
pub(super) fn declared(text: &str, brackets: Brackets) -> Parameter {
    let text = text.trim();
    let start = text.trim_start_matches(['*', '+', '.', '$', ':']);
    let mark = &text[..text.len() - start.len()];
    let (name, rest) = split_name(start);
    let mut parameter = Parameter {
        name: name.to_owned(),
        is_rest: mark.contains(['*', '+']) || mark.starts_with(".."),
        ..Parameter::default()
    };
    if !add(&mut parameter, rest.trim(), brackets) {
        // axum allows any other name.
        parameter.is_rest = mark == "*";
        let name = if parameter.is_rest { start } else { text };
        name.clone_into(&mut parameter.name);
    }
    parameter
}

/// Adds what follows the name of a parameter. Returns whether other frameworks have that syntax.
fn add(parameter: &mut Parameter, rest: &str, brackets: Brackets) -> bool {
    let Some(first) = rest.chars().next() else {
        return true;
    };
    let after = rest[first.len_utf8()..].trim();
    match first {
        '.' if after.starts_with('.') => parameter.is_rest = true,
        '*' | '+' => parameter.is_rest = true,
        ':' => add_after_colon(parameter, after, brackets),
        '=' if brackets == Brackets::Squares => parameter.is_typed = true,
        '=' if after.contains('*') => parameter.add_type(after),
        // `=` begins a default value.
        '?' | '=' => parameter.is_optional = true,
        // `<string(length=2):lang>`
        '(' if brackets == Brackets::Angles && rest.contains("):") => {
            let (_, name) = rest.rsplit_once("):").unwrap_or_default();
            name.trim().clone_into(&mut parameter.name);
            parameter.is_typed = true;
        }
        '(' | '<' | '|' => parameter.add_type(after.trim_end_matches([')', '>'])),
        _ => return false,
    }
    true
}

/// Adds a type, unless the type was in front and this is the name.
fn add_after_colon(parameter: &mut Parameter, after: &str, brackets: Brackets) {
    let (after, is_optional) = match after.strip_suffix('?') {
        Some(word) if !word.ends_with(['*', '+']) => (word, true),
        _ => (after, false),
    };
    parameter.is_optional |= is_optional;
    let before = parameter.name.clone();
    let is_type_in_front = match brackets {
        Brackets::Angles => !is_type(after) || is_type(&before),
        Brackets::Braces | Brackets::Squares => is_type(&before) && !is_type(after),
    };
    if is_name(after) && is_type_in_front {
        after.clone_into(&mut parameter.name);
        parameter.add_type(&before);
    } else {
        parameter.add_type(after);
    }
}

/// Splits text after the name that it starts with, which can be empty.
pub(super) fn split_name(text: &str) -> (&str, &str) {
    let is_in_name = |char: char| char.is_alphanumeric() || matches!(char, '_' | '-');
    let end = text.find(|char| !is_in_name(char)).unwrap_or(text.len());
    let name = text[..end].trim_end_matches('-');
    let name = if name.starts_with('-') { "" } else { name };
    (name, &text[name.len()..])
}

fn is_name(text: &str) -> bool {
    !text.is_empty() && split_name(text).1.is_empty()
}

/// Returns whether a word is the type of a parameter in some framework.
fn is_type(word: &str) -> bool {
    #[rustfmt::skip]
    let types = [
        "alnum", "alpha", "any", "bool", "date", "datetime", "decimal", "double", "float", "guid", "i32", "i64", "int",
        "integer", "long", "number", "path", "re", "regex", "slug", "str", "string", "u32", "u64", "usize", "uuid",
    ];
    types.contains(&&*word.to_lowercase())
}

/// Returns whether a type or a regex matches several segments.
fn is_rest(text: &str) -> bool {
    let regex = text.trim_start_matches('(');
    text == "path"
        || ["*", ".*", ".+"].iter().any(|any| regex.starts_with(any))
        || (text.contains('/') && !text.contains("[^"))
}
