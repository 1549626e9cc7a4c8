//! The types and the messages of FastAPI's errors.

use serde_json::Value;
use validator::ValidationError;

/// The message of a field that is not there.
pub(super) const MISSING: &str = "Field required";

/// Returns the type and the message that FastAPI has for an error of serde.
pub(super) fn explain(error: &str, input: &Value) -> (&'static str, String) {
    let integer = "Input should be a valid integer";
    let expected = error.rsplit("expected ").next().unwrap_or_default();
    let (kind, message) = match (expected, input.is_string()) {
        (MISSING, _) => ("missing", MISSING),
        ("a string", _) => ("string_type", "Input should be a valid string"),
        ("a boolean", is_text) if is_text || input.is_number() => (
            "bool_parsing",
            "Input should be a valid boolean, unable to interpret input",
        ),
        ("a boolean", _) => ("bool_type", "Input should be a valid boolean"),
        ("u64", _) if error.starts_with("invalid value") => (
            "greater_than_equal",
            "Input should be greater than or equal to 0",
        ),
        ("u64", true) => {
            let message = format!("{integer}, unable to parse string as an integer");
            return ("int_parsing", message);
        }
        ("u64", false) => ("int_type", integer),
        _ => match error.strip_prefix("UUID parsing failed: ") {
            Some(why) => {
                return (
                    "uuid_parsing",
                    format!("Input should be a valid UUID, {why}"),
                );
            }
            None => ("value_error", error),
        },
    };
    (kind, message.to_owned())
}

/// Returns the type and the message that FastAPI has for a rule of `validator`.
pub(super) fn rule(error: &ValidationError) -> (&'static str, String) {
    let number = |name| error.params.get(name).and_then(Value::as_u64);
    let text = error.params.get("value").and_then(Value::as_str);
    let length = text.map_or(0, |text| text.chars().count() as u64);
    let plural = |count| if count == 1 { "" } else { "s" };
    match (&*error.code, number("min"), number("max")) {
        ("length", Some(min), _) if length < min => {
            let message = format!("String should have at least {min} character{}", plural(min));
            ("string_too_short", message)
        }
        ("length", _, Some(max)) => {
            let message = format!("String should have at most {max} character{}", plural(max));
            ("string_too_long", message)
        }
        ("email", ..) => (
            "value_error",
            "value is not a valid email address".to_owned(),
        ),
        _ => ("value_error", error.to_string()),
    }
}
