//! The types and the messages of FastAPI's errors.

use serde_json::{Value, json};

/// The message of a field that is missing.
pub(crate) const MISSING: &str = "Field required";

/// Returns the type and the message that FastAPI has for an error of serde. Adds the name of a missing field to the location.
pub(crate) fn explain<'a>(
    error: &'a str,
    input: &Value,
    loc: &mut Vec<Value>,
) -> (&'a str, String) {
    let text_or_number = input.is_string() || input.is_number();
    let expected = error.rsplit("expected ").next().unwrap_or_default();
    let (kind, message) = match (expected, error.split_once(": ")) {
        ("a string", _) => ("string_type", "Input should be a valid string"),
        ("a boolean", _) if text_or_number => (
            "bool_parsing",
            "Input should be a valid boolean, unable to interpret input",
        ),
        ("a boolean", _) => ("bool_type", "Input should be a valid boolean"),
        ("u64", Some(("invalid value", _))) => (
            "greater_than_equal",
            "Input should be greater than or equal to 0",
        ),
        ("u64", _) if input.is_string() => (
            "int_parsing",
            "Input should be a valid integer, unable to parse string as an integer",
        ),
        ("u64", _) => ("int_type", "Input should be a valid integer"),
        ("a formatted UUID string", _) => (
            "uuid_type",
            "UUID input should be a string, bytes or UUID object",
        ),
        (_, Some(("UUID parsing failed", why))) => {
            let message = format!("Input should be a valid UUID, {why}");
            return ("uuid_parsing", message);
        }
        // The rules of `rules` begin with their type.
        (_, Some((kind, message))) if !kind.contains(' ') => (kind, message),
        (names, _) if error.starts_with("unknown variant") => {
            let names = names.trim_start_matches("one of ").replace('`', "'");
            return ("enum", format!("Input should be {names}"));
        }
        _ => match error.strip_prefix("missing field `") {
            Some(name) => {
                loc.push(json!(name.trim_end_matches('`')));
                ("missing", MISSING)
            }
            None => ("value_error", error),
        },
    };
    (kind, message.to_owned())
}
