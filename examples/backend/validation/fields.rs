//! Reads the fields of a type one by one, so that one error does not hide the next.

use std::cell::Cell;

use serde::{
    Deserializer,
    de::{DeserializeOwned, Error as _, IntoDeserializer, Visitor, value::MapDeserializer},
    forward_to_deserialize_any,
};
use serde_json::{Error, Value, json};
use serde_path_to_error::Segment;
use validator::Validate;

use super::{
    Invalid,
    messages::{MISSING, explain, rule},
};

/// Reads a type from the part of a request with this name, or adds an error for each wrong field.
///
/// `whole` is the input of a field that is missing.
pub(super) fn read<T: DeserializeOwned + Validate>(
    part: &str,
    values: &Value,
    whole: &Value,
    invalid: &mut Invalid,
) -> Option<T> {
    let names = Cell::new(&[][..]);
    let mut errors: Vec<(_, Vec<Value>, _, _)> = Vec::new();
    let mut wrong: Vec<String> = Vec::new();
    // Each turn has a stand-in for the fields that were wrong in the turns before.
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
        let field = loc.first().and_then(Value::as_str).unwrap_or_default();
        if wrong.iter().any(|wrong| wrong == field) {
            // The type of the field has no stand-in.
            break None;
        }
        wrong.push(field.to_owned());
        let mut steps = loc.iter();
        let input = steps.try_fold(values, |value, step| match step.as_str() {
            Some(key) => value.get(key),
            None => value.get(usize::try_from(step.as_u64()?).ok()?),
        });
        let input = input.unwrap_or(whole);
        let (kind, message) = explain(&error.inner().to_string(), input);
        errors.push((kind, loc, message, input));
    };
    if let Some(Err(broken)) = value.as_ref().map(Validate::validate) {
        let mut broken = broken.field_errors();
        broken.retain(|field, _| !wrong.iter().any(|wrong| wrong == field));
        for (field, broken) in broken {
            let rules = broken.iter().take(1).map(rule);
            let input = values.get(&*field).unwrap_or(whole);
            errors.extend(rules.map(|(kind, message)| (kind, vec![json!(field)], message, input)));
        }
    }
    let position = |field: &Value| names.get().iter().position(|name| field == name);
    errors.sort_by_key(|(_, loc, ..)| loc.first().and_then(position));
    let is_valid = errors.is_empty();
    for (kind, mut loc, message, input) in errors {
        loc.insert(0, json!(part));
        invalid.add(kind, &loc, &message, input);
    }
    value.filter(|_| is_valid)
}

/// Deserializes a struct from these values, with stand-ins for the wrong fields, and stores the names of its fields.
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
        let fields = names.iter().map(|name| {
            let is_wrong = self.wrong_names.iter().any(|wrong| wrong == name);
            let value = self.values.get(*name);
            let field = if is_wrong {
                Field::StandIn
            } else {
                value.map_or(Field::Missing, Field::Value)
            };
            (*name, field)
        });
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

/// Deserializes a field. A text can be a number or a boolean, too.
#[derive(Clone, Copy)]
enum Field<'a> {
    Value(&'a Value),
    Missing,
    /// A value of the right type, so that the rules of the other fields apply.
    StandIn,
}

impl<'de> IntoDeserializer<'de, Error> for Field<'de> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

impl<'de> Field<'de> {
    fn value(self) -> Result<&'de Value, Error> {
        match self {
            Self::Value(value) => Ok(value),
            Self::Missing | Self::StandIn => Err(Error::custom(MISSING)),
        }
    }
}

/// Generates methods that read the value of a text, and have a stand-in.
macro_rules! scalars {
    ($($method:ident: $visit:ident($stand_in:expr),)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            if let Self::StandIn = self {
                return visitor.$visit($stand_in);
            }
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

    scalars! {
        deserialize_bool: visit_bool(false),
        deserialize_i64: visit_i64(0),
        deserialize_u64: visit_u64(0),
        deserialize_f64: visit_f64(0.0),
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.value()?.deserialize_any(visitor)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self {
            Self::StandIn => visitor.visit_str(""),
            _ => self.value()?.deserialize_string(visitor),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self {
            Self::Value(value) if !value.is_null() => visitor.visit_some(self),
            _ => visitor.visit_none(),
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
        i8 i16 i32 i128 u8 u16 u32 u128 f32 char str bytes byte_buf unit unit_struct seq tuple tuple_struct map struct
        identifier ignored_any
    }
}
