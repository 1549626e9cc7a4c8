//! Reads the fields of a type one by one, so that one error does not hide the next.

use std::cell::Cell;

use serde::{
    Deserializer,
    de::{DeserializeOwned, Error as _, IntoDeserializer, Visitor, value::MapDeserializer},
    forward_to_deserialize_any,
};
use serde_json::{Error, Value, json};
use serde_path_to_error::Segment;
use validator::{Validate, ValidationError};

use super::Invalid;

/// The message of a field that is not there.
const MISSING: &str = "Field required";

/// Reads a type from the part of a request with this name, or adds an error for each wrong field.
pub(super) fn read<T: DeserializeOwned + Validate>(
    part: &str,
    values: &Value,
    invalid: &mut Invalid,
) -> Option<T> {
    let names = Cell::new(&[][..]);
    let mut wrong = Vec::new();
    let mut errors = Vec::new();
    // Each turn leaves out the fields that were wrong in the turns before.
    let value: Option<T> = loop {
        let (wrong_names, names) = (&wrong, &names);
        let fields = Fields {
            values,
            wrong_names,
            names,
        };
        let error = match serde_path_to_error::deserialize(fields) {
            Ok(value) => break Some(value),
            Err(error) => error,
        };
        let steps = error.path().iter().filter_map(|segment| match segment {
            Segment::Map { key } => Some(json!(key)),
            Segment::Seq { index } => Some(json!(index)),
            Segment::Enum { .. } | Segment::Unknown => None,
        });
        let loc: Vec<Value> = steps.collect();
        if let Some(field) = loc.first().and_then(Value::as_str) {
            wrong.push(field.to_owned());
        } else if !wrong.is_empty() {
            // The only fields that are missing now are those that were left out.
            break None;
        }
        let input = loc
            .iter()
            .try_fold(values, |value, step| match step.as_str() {
                Some(key) => value.get(key),
                None => value.get(usize::try_from(step.as_u64()?).ok()?),
            });
        let is_text = input.is_some_and(Value::is_string);
        let (kind, message) = explain(&error.inner().to_string(), is_text);
        // As in FastAPI, the input of a field that a body lacks is the body.
        let whole = if part == "body" { values } else { &Value::Null };
        let is_of_field = !loc.is_empty();
        errors.push((kind, loc, message, input.unwrap_or(whole)));
        if !is_of_field {
            break None;
        }
    };
    if let Some(Err(broken)) = value.as_ref().map(Validate::validate) {
        for (field, broken) in broken.field_errors() {
            let rules = broken.iter().take(1).map(rule);
            let input = values.get(&*field).unwrap_or(&Value::Null);
            errors.extend(rules.map(|(kind, message)| (kind, vec![json!(field)], message, input)));
        }
    }
    errors.sort_by_key(|(_, loc, ..)| {
        names
            .get()
            .iter()
            .position(|name| loc.first().is_some_and(|field| field == name))
    });
    let is_valid = errors.is_empty();
    for (kind, mut loc, message, input) in errors {
        loc.insert(0, json!(part));
        invalid.add(kind, &loc, &message, input);
    }
    value.filter(|_| is_valid)
}

/// Returns the type and the message that FastAPI has for an error of serde.
fn explain(error: &str, is_text: bool) -> (&'static str, String) {
    let integer = "Input should be a valid integer";
    let expected = error.rsplit("expected ").next().unwrap_or_default();
    let (kind, message) = match (expected, is_text) {
        (MISSING, _) => ("missing", MISSING),
        ("a string", _) => ("string_type", "Input should be a valid string"),
        ("a boolean", _) => ("bool_parsing", "Input should be a valid boolean"),
        ("u32", _) if error.starts_with("invalid value") => (
            "greater_than_equal",
            "Input should be greater than or equal to 0",
        ),
        ("u32", true) => {
            let message = format!("{integer}, unable to parse string as an integer");
            return ("int_parsing", message);
        }
        ("u32", false) => ("int_type", integer),
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
fn rule(error: &ValidationError) -> (&'static str, String) {
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

/// Deserializes a struct from these values without the wrong fields, and stores the names of all its fields.
struct Fields<'a> {
    values: &'a Value,
    wrong_names: &'a [String],
    names: &'a Cell<&'static [&'static str]>,
}

impl<'de> Deserializer<'de> for Fields<'de> {
    type Error = Error;

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        names: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.names.set(names);
        let right = names
            .iter()
            .filter(|name| !self.wrong_names.iter().any(|wrong| wrong == *name));
        let fields = right.map(|name| (*name, Field(self.values.get(*name))));
        visitor.visit_map(MapDeserializer::new(fields))
    }

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Error> {
        Err(Error::custom("not a struct with named fields"))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}

/// Deserializes a field, which may be missing. A text can be a number or a boolean, too.
#[derive(Clone, Copy)]
struct Field<'a>(Option<&'a Value>);

impl<'de> IntoDeserializer<'de, Error> for Field<'de> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

impl<'de> Field<'de> {
    fn value(self) -> Result<&'de Value, Error> {
        self.0.ok_or_else(|| Error::custom(MISSING))
    }
}

/// Generates methods that read the value of a text.
macro_rules! from_text {
    ($($method:ident)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            let value = self.value()?;
            match value.as_str().map(serde_json::from_str) {
                Some(Ok(inner @ (Value::Number(_) | Value::Bool(_)))) => inner.$method(visitor),
                _ => value.$method(visitor),
            }
        }
    )*};
}

impl<'de> Deserializer<'de> for Field<'de> {
    type Error = Error;

    from_text! {
        deserialize_bool deserialize_i32 deserialize_i64 deserialize_u32 deserialize_u64 deserialize_f64
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.value()?.deserialize_any(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0 {
            None | Some(Value::Null) => visitor.visit_none(),
            Some(_) => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.value()?.deserialize_enum(name, variants, visitor)
    }

    forward_to_deserialize_any! {
        i8 i16 i128 u8 u16 u128 f32 char str string bytes byte_buf unit unit_struct seq tuple tuple_struct map struct
        identifier ignored_any
    }
}
