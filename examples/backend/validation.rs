//! `Valid`, an extractor that reports all errors of a request together, and the entry that renders them as FastAPI does.

use axum::{
    Form, Json,
    body::Bytes,
    extract::{FromRequest, FromRequestParts as _, Path, Query, RawPathParams, Request},
    http::{HeaderMap, header::CONTENT_TYPE, request::Parts},
};
use concentric::{HttpError, Next, Response, buffer, middleware};
use mime::{APPLICATION, JSON, Mime};
use serde::de::DeserializeOwned;
use serde_aux::serde_introspection::serde_introspect;
use serde_json::{Error, Value, json};
use serde_path_to_error::Segment;

use crate::messages::{MISSING, explain};

type FieldError = serde_path_to_error::Error<Error>;

/// The size of the largest body, in bytes.
const MAX_BODY: usize = 64 * 1024;

/// Extracts a [`Source`], or several as a tuple: `Valid((Path(id), Json(change))): Valid<(Path<Id>, Json<Change>)>`.
///
/// It reads the body, so it is the last argument of a handler. Each type is a struct with named fields. A field that may be
/// missing is an `Option`: with `#[serde(default)]` alone, the list of another error would have it.
pub(crate) struct Valid<T>(pub(crate) T);

/// The errors of a request: the items of FastAPI's list.
#[derive(Debug, thiserror::Error)]
// Without the values, since a log shows it and one may be a password.
#[error("{} errors in the request", .0.len())]
pub(crate) struct Invalid(Vec<Value>);

/// Renders the errors of [`Valid`] as `{"detail": [{"type": .., "loc": .., "msg": .., "input": ..}]}`.
#[middleware]
pub(crate) async fn validation_errors(req: Request, next: Next) -> Result<Response, HttpError> {
    next.try_run(req).await.map_err(|error| {
        let list = error.source_as();
        match list.map(|Invalid(list)| json!({ "detail": list })) {
            Some(list) => error.with_json(list),
            None => error,
        }
    })
}

impl<S: Send + Sync, T: Source> FromRequest<S> for Valid<T> {
    type Rejection = HttpError;

    async fn from_request(mut req: Request, state: &S) -> Result<Self, HttpError> {
        let body = buffer(&mut req, MAX_BODY).await?;
        let (mut parts, _) = req.into_parts();
        // An error means that the route has no parameters.
        let path = RawPathParams::from_request_parts(&mut parts, state).await;
        let path = path.map_or_else(|_| json!({}), |path| texts(path.iter()));
        let mut invalid = Invalid(Vec::new());
        match T::read(&Input { parts, path, body }, &mut invalid) {
            Some(value) if invalid.0.is_empty() => Ok(Self(value)),
            _ => Err(HttpError::unprocessable("Unprocessable Entity").with_source(invalid)),
        }
    }
}

/// Everything that a source can read.
pub(crate) struct Input {
    parts: Parts,
    path: Value,
    body: Bytes,
}

/// A part of a request. [`read`](Source::read) returns `None` after it has added errors.
pub(crate) trait Source: Sized {
    fn read(input: &Input, invalid: &mut Invalid) -> Option<Self>;
}

impl<T: DeserializeOwned> Source for Path<T> {
    fn read(input: &Input, invalid: &mut Invalid) -> Option<Self> {
        invalid.read("path", &input.path, &Value::Null).map(Path)
    }
}

impl<T: DeserializeOwned> Source for Query<T> {
    fn read(input: &Input, invalid: &mut Invalid) -> Option<Self> {
        let query = input.parts.uri.query().unwrap_or_default();
        let query = texts(form_urlencoded::parse(query.as_bytes()));
        invalid.read("query", &query, &Value::Null).map(Query)
    }
}

impl<T: DeserializeOwned> Source for Form<T> {
    fn read(input: &Input, invalid: &mut Invalid) -> Option<Self> {
        // As in FastAPI, an empty field is a missing one.
        let fields = form_urlencoded::parse(&input.body).filter(|(_, text)| !text.is_empty());
        invalid.read("body", &texts(fields), &Value::Null).map(Form)
    }
}

impl<T: DeserializeOwned> Source for Json<T> {
    fn read(input: &Input, invalid: &mut Invalid) -> Option<Self> {
        let body = &input.body;
        let value = match serde_json::from_slice(body) {
            _ if body.is_empty() => Value::Null,
            _ if !is_json(&input.parts.headers) => String::from_utf8_lossy(body).into(),
            Ok(value) => value,
            Err(error) => {
                let loc = [json!("body"), json!(position(body, &error))];
                invalid.add("json_invalid", &loc, "JSON decode error", &json!({}));
                return None;
            }
        };
        let (kind, message) = match value {
            Value::Object(_) => return invalid.read("body", &value, &value).map(Json),
            Value::Null => ("missing", MISSING),
            _ => (
                "model_attributes_type",
                "Input should be a valid dictionary or object to extract fields from",
            ),
        };
        invalid.add(kind, &[json!("body")], message, &value);
        None
    }
}

impl<A: Source, B: Source> Source for (A, B) {
    fn read(input: &Input, invalid: &mut Invalid) -> Option<Self> {
        // Not with `?`, since the errors of both count.
        let (a, b) = (A::read(input, invalid), B::read(input, invalid));
        a.zip(b)
    }
}

impl Invalid {
    fn add(&mut self, kind: &str, loc: &[Value], message: &str, input: &Value) {
        let error = json!({ "type": kind, "loc": loc, "msg": message, "input": input });
        self.0.push(error);
    }

    /// Reads a type from the part of a request with this name, or adds the first error of each field.
    ///
    /// `whole` is the input of a field that is missing.
    fn read<T: DeserializeOwned>(
        &mut self,
        part: &str,
        values: &Value,
        whole: &Value,
    ) -> Option<T> {
        let (before, mut fields) = (self.0.len(), values.clone());
        for name in serde_introspect::<T>() {
            if let Some(value) = fields.get_mut(*name) {
                let error = error_of::<T>(name, value);
                error.inspect(|error| self.add_error(part, values, error));
            } else if error_of::<T>(name, &mut Value::Null).is_some() {
                self.add("missing", &[json!(part), json!(name)], MISSING, whole);
            }
        }
        // serde decides, so no error outside of the fields is overlooked.
        match serde_path_to_error::deserialize(fields) {
            Ok(value) => {
                self.0.truncate(before);
                return Some(value);
            }
            Err(error) if self.0.len() == before => self.add_error(part, values, &error),
            Err(_) => {}
        }
        None
    }

    fn add_error(&mut self, part: &str, values: &Value, error: &FieldError) {
        let (mut loc, mut input) = (vec![json!(part)], values);
        for segment in error.path() {
            let (step, inner) = match segment {
                Segment::Seq { index } => (json!(index), input.get(index)),
                Segment::Map { key } | Segment::Enum { variant: key } => {
                    (json!(key), input.get(key))
                }
                Segment::Unknown => continue,
            };
            loc.push(step);
            input = inner.unwrap_or(input);
        }
        let error = error.inner().to_string();
        let (kind, message) = explain(&error, input, &mut loc);
        self.add(kind, &loc, &message, input);
    }
}

/// Returns the error of one field, deserialized alone so that no other error hides it. The text of a number or a boolean
/// becomes one if the field is not a text.
fn error_of<T: DeserializeOwned>(name: &str, value: &mut Value) -> Option<FieldError> {
    let error = serde_path_to_error::deserialize::<_, T>(json!({ name: &*value })).err()?;
    // Without a path, it is about the other fields, which are missing.
    error.path().iter().next()?;
    if error
        .inner()
        .to_string()
        .starts_with("invalid type: string")
        && let Some(inner) = value
            .as_str()
            .and_then(|text| serde_json::from_str(text).ok())
        && let Value::Number(_) | Value::Bool(_) = inner
    {
        *value = inner;
        return error_of::<T>(name, value);
    }
    Some(error)
}

/// Returns texts by their names.
fn texts<K: Into<String>, V: Into<String>>(pairs: impl Iterator<Item = (K, V)>) -> Value {
    pairs
        .map(|(name, text)| (name.into(), text.into()))
        .collect()
}

fn is_json(headers: &HeaderMap) -> bool {
    let kind = headers
        .get(CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok());
    let kind = kind.and_then(|kind| kind.parse::<Mime>().ok());
    kind.is_some_and(|kind| {
        kind.type_() == APPLICATION && kind.suffix().unwrap_or(kind.subtype()) == JSON
    })
}

/// Returns where JSON is invalid, in characters from the start of the body as in Python.
fn position(body: &[u8], error: &Error) -> usize {
    let lines = body.split_inclusive(|byte| *byte == b'\n');
    let lines = lines.take(error.line().saturating_sub(1));
    // A column is a number of bytes, with the byte that is wrong unless the body is too short.
    let column = error.column().saturating_sub(usize::from(!error.is_eof()));
    let before = body.get(..lines.flatten().count() + column);
    String::from_utf8_lossy(before.unwrap_or(body))
        .chars()
        .count()
}
