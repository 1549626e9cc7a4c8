//! `Valid`, an extractor that reports all errors of a request together, and the entry that renders them as FastAPI does.

mod fields;
mod messages;

use axum::{
    Form, Json,
    body::Bytes,
    extract::{FromRequest, FromRequestParts as _, Path, Query, RawPathParams, Request},
    http::{header::CONTENT_TYPE, request::Parts},
};
use concentric::{HttpError, Next, Response, buffer, middleware};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use thiserror::Error;
use validator::Validate;

/// The size of the largest body.
const MAX_BODY: usize = 64 * 1024;

/// Extracts a [`Source`], or several as a tuple: `Valid((Path(id), Json(change))): Valid<(Path<Id>, Json<Change>)>`.
///
/// It reads the body, so it is the last argument of a handler. Each type has named fields. A field that may be missing is an
/// `Option`, a number is an `i64`, a `u64` or an `f64`.
pub(crate) struct Valid<T>(pub(crate) T);

/// The errors of a request: the items of FastAPI's list.
#[derive(Debug, Error)]
// Without the values, since a log shows it and one may be a password.
#[error("{} errors in the request", .0.len())]
pub(crate) struct Invalid(Vec<Value>);

impl Invalid {
    /// Adds the error of one value.
    fn add(&mut self, kind: &str, loc: &[Value], message: &str, input: &Value) {
        let error = json!({ "type": kind, "loc": loc, "msg": message, "input": input });
        self.0.push(error);
    }
}

/// Renders the errors of [`Valid`] as `{"detail": [{"type": .., "loc": .., "msg": .., "input": ..}]}`.
#[middleware]
pub(crate) async fn validation_errors(req: Request, next: Next) -> Result<Response, HttpError> {
    next.try_run(req).await.map_err(|error| {
        let list = error
            .source_as()
            .map(|Invalid(list)| json!({ "detail": list }));
        match list {
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

/// A part of a request. [`read`](Source::read) adds its errors, and then returns `None`.
pub(crate) trait Source: Sized {
    fn read(input: &Input, invalid: &mut Invalid) -> Option<Self>;
}

impl<T: DeserializeOwned + Validate> Source for Path<T> {
    fn read(input: &Input, invalid: &mut Invalid) -> Option<Self> {
        fields::read("path", &input.path, &Value::Null, invalid).map(Path)
    }
}

impl<T: DeserializeOwned + Validate> Source for Query<T> {
    fn read(input: &Input, invalid: &mut Invalid) -> Option<Self> {
        let query = input.parts.uri.query().unwrap_or_default();
        let query = texts(form_urlencoded::parse(query.as_bytes()));
        fields::read("query", &query, &Value::Null, invalid).map(Query)
    }
}

impl<T: DeserializeOwned + Validate> Source for Form<T> {
    fn read(input: &Input, invalid: &mut Invalid) -> Option<Self> {
        // As in FastAPI, an empty field is a missing one.
        let fields = form_urlencoded::parse(&input.body).filter(|(_, text)| !text.is_empty());
        fields::read("body", &texts(fields), &Value::Null, invalid).map(Form)
    }
}

impl<T: DeserializeOwned + Validate> Source for Json<T> {
    fn read(input: &Input, invalid: &mut Invalid) -> Option<Self> {
        let Input { parts, body, .. } = input;
        if body.is_empty() {
            invalid.add("missing", &[json!("body")], "Field required", &Value::Null);
            return None;
        }
        let kind = parts.headers.get(CONTENT_TYPE);
        let is_json = kind.is_some_and(|kind| kind.as_bytes().starts_with(b"application/json"));
        let value = match serde_json::from_slice(body) {
            _ if !is_json => Value::String(String::from_utf8_lossy(body).into()),
            Ok(value) => value,
            Err(error) => {
                // Python counts from 0.
                let column = error.column() - usize::from(error.column() > 0 && !error.is_eof());
                let loc = [json!("body"), json!(column)];
                invalid.add("json_invalid", &loc, "JSON decode error", &json!({}));
                return None;
            }
        };
        if value.is_object() {
            return fields::read("body", &value, &value, invalid).map(Json);
        }
        let message = "Input should be a valid dictionary or object to extract fields from";
        invalid.add("model_attributes_type", &[json!("body")], message, &value);
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

/// Returns texts by their names.
fn texts<K: Into<String>, V: Into<String>>(pairs: impl Iterator<Item = (K, V)>) -> Value {
    pairs
        .map(|(name, text)| (name.into(), Value::String(text.into())))
        .collect()
}
