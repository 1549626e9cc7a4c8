//! Reads the fields of a type one by one, so that one error does not hide the next.

use std::{cell::Cell, collections::HashMap};

use serde::{
    Deserializer,
    de::{DeserializeOwned, Error as _, IntoDeserializer, Visitor, value::MapDeserializer},
    forward_to_deserialize_any,
};
use serde_json::{Error, Map, Value, json};
use serde_path_to_error::Segment;
use validator::{Validate, ValidationError};

use super::Invalid;

/// The message of a field that is not there.
const MISSING: &str = "Field required";

/// Reads a type from the part of a request with this name, or adds an error for each wrong field.
pub(super) fn read<T: DeserializeOwned + Validate>(
    part: &str,
    values: &Map<String, Value>,
    invalid: &mut Invalid,
) -> Option<T> {
    let names = Cell::new(&[][..]);
    let mut wrong = Vec::new();
    // Each turn leaves out the fields that were wrong in the turns before.
    let value: T = loop {
        let fields = Fields {
            values,
            wrong: &wrong,
            names: &names,
        };
        let error = match serde_path_to_error::deserialize(fields) {
            Ok(value) => break value,
            Err(error) => error,
        };
        let mut path = error.path().iter();
        let Some(Segment::Map { key }) = path.next() else {
            // What is missing now was left out.
            return None;
        };
        let mut loc = vec![json!(part), json!(key)];
        let mut input = values.get(key);
        for segment in path {
            let step = match segment {
                Segment::Map { key } => json!(key),
                Segment::Seq { index } => json!(index),
                Segment::Enum { .. } | Segment::Unknown => continue,
            };
            input = input.and_then(|input| match segment {
                Segment::Seq { index } => input.get(index),
                _ => input.get(step.as_str()?),
            });
            loc.push(step);
        }
        let text = error.inner().to_string();
        // As in FastAPI, the input of a missing field is the body around it.
        let whole = if part == "body" {
            json!(values)
        } else {
            Value::Null
        };
        let (kind, message) = explain(&text, input.is_some_and(Value::is_string));
        invalid.add(kind, loc, &message, input.unwrap_or(&whole));
        wrong.push(key.clone());
    };
    let Err(errors) = value.validate() else {
        return wrong.is_empty().then_some(value);
    };
    let errors: HashMap<_, _> = errors.field_errors();
    for name in names.get() {
        let error = errors.get(*name).and_then(|errors| errors.first());
        if let Some(error) = error {
            let (kind, message) = rule(error);
            let loc = vec![json!(part), json!(name)];
            invalid.add(
                kind,
                loc,
                &message,
                values.get(*name).unwrap_or(&Value::Null),
            );
        }
    }
    None
}

/// Returns the type and the message that FastAPI has for an error of serde.
fn explain(error: &str, is_text: bool) -> (&'static str, String) {
    let expected = error.rsplit("expected ").next().unwrap_or_default();
    let (kind, message) = match expected {
        MISSING => ("missing", MISSING),
        "a string" => ("string_type", "Input should be a valid string"),
        "a boolean" if is_text => (
            "bool_parsing",
            "Input should be a valid boolean, unable to interpret input",
        ),
        "a boolean" => ("bool_type", "Input should be a valid boolean"),
        "u32" if error.starts_with("invalid value") => (
            "greater_than_equal",
            "Input should be greater than or equal to 0",
        ),
        "u32" if is_text => (
            "int_parsing",
            "Input should be a valid integer, unable to parse string as an integer",
        ),
        "u32" => ("int_type", "Input should be a valid integer"),
        _ => match error.strip_prefix("UUID parsing failed: ") {
            Some(reason) => {
                return (
                    "uuid_parsing",
                    format!("Input should be a valid UUID, {reason}"),
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
    let length = error
        .params
        .get("value")
        .and_then(Value::as_str)
        .map_or(0, |text| text.chars().count());
    let plural = |count| if count == 1 { "" } else { "s" };
    match (&*error.code, number("min"), number("max")) {
        ("length", Some(min), _) if (length as u64) < min => (
            "string_too_short",
            format!("String should have at least {min} character{}", plural(min)),
        ),
        ("length", _, Some(max)) => (
            "string_too_long",
            format!("String should have at most {max} character{}", plural(max)),
        ),
        ("email", ..) => (
            "value_error",
            "value is not a valid email address".to_owned(),
        ),
        _ => ("value_error", error.to_string()),
    }
}

/// Deserializes a struct with named fields, and calls `names` with them.
struct Fields<'a> {
    values: &'a Map<String, Value>,
    wrong: &'a [String],
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
            .filter(|name| !self.wrong.iter().any(|wrong| wrong == *name));
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
