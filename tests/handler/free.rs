//! Free functions.

use std::{borrow::Cow, collections::BTreeMap, sync::Arc};

use axum::{
    Extension, Form, Json,
    body::Bytes,
    extract::{
        FromRef, FromRequest, FromRequestParts, MatchedPath, OptionalFromRequestParts, Path, Query,
        State, rejection::QueryRejection,
    },
    http::{HeaderMap, Method, StatusCode, request::Parts},
    response::IntoResponse,
};
use concentric::{HttpError, Provided, Request, Response, handler};

/// The state of the application.
#[derive(Clone, Debug)]
pub struct Shop {
    /// A part of the state.
    pub mailer: Mailer,
    /// The text of a [`Name`].
    pub name: &'static str,
}

/// A part of the state.
#[derive(Clone, Debug)]
pub struct Mailer(pub &'static str);

impl FromRef<Shop> for Mailer {
    fn from_ref(shop: &Shop) -> Self {
        shop.mailer.clone()
    }
}

/// A part of the state that is built for each request and does not implement `Clone`.
#[derive(Debug)]
pub struct Name(String);

impl FromRef<Shop> for Name {
    fn from_ref(shop: &Shop) -> Self {
        Self(shop.name.to_owned())
    }
}

/// The caller, extracted with the state.
#[derive(Clone, Debug)]
pub struct Caller(pub String);

impl FromRequestParts<Shop> for Caller {
    type Rejection = HttpError;

    async fn from_request_parts(parts: &mut Parts, shop: &Shop) -> Result<Self, HttpError> {
        Ok(Self(format!("{} of {}", parts.method, shop.name)))
    }
}

impl OptionalFromRequestParts<Shop> for Caller {
    type Rejection = HttpError;

    async fn from_request_parts(_: &mut Parts, _: &Shop) -> Result<Option<Self>, HttpError> {
        Ok(None)
    }
}

/// A body, extracted with the state.
#[derive(Debug)]
pub struct Order(String);

impl FromRequest<Shop> for Order {
    type Rejection = HttpError;

    async fn from_request(req: Request, shop: &Shop) -> Result<Self, HttpError> {
        let body = String::from_request(req, shop).await?;
        Ok(Self(body))
    }
}

/// The type that a middleware provides.
#[derive(Clone, Debug)]
pub struct User(pub String);

/// Has no argument and returns nothing.
#[handler]
pub async fn nothing() {}

/// Returns text.
#[handler]
pub async fn index() -> &'static str {
    "Hello"
}

/// Returns text that may be borrowed.
#[handler]
pub async fn cow() -> Cow<'static, str> {
    "Hello".into()
}

/// Returns an opaque type.
#[handler]
pub async fn opaque(method: Method) -> impl IntoResponse {
    (StatusCode::OK, method.to_string())
}

/// Returns an opaque type or an error.
#[handler]
pub async fn fallible() -> Result<impl IntoResponse, HttpError> {
    Ok(StatusCode::OK)
}

/// Takes extractors of axum.
#[handler]
#[allow(clippy::too_many_arguments)]
pub async fn axum_extractors(
    method: Method,
    headers: HeaderMap,
    Path((id, name)): Path<(u32, String)>,
    Query(query): Query<BTreeMap<String, String>>,
    Extension(mailer): Extension<Arc<Mailer>>,
    path: Option<MatchedPath>,
    checked: Result<Query<BTreeMap<String, String>>, QueryRejection>,
    pair: (Method, HeaderMap),
    Json(order): Json<BTreeMap<String, u32>>,
) -> Result<(StatusCode, Json<u32>), HttpError> {
    drop((headers, query, mailer, path, checked, pair, order, name));
    if method.is_safe() {
        return Err(HttpError::forbidden("no"));
    }
    Ok((StatusCode::CREATED, Json(id)))
}

/// Takes a form.
#[handler]
pub async fn form(Form(form): Form<BTreeMap<String, String>>) -> Json<BTreeMap<String, String>> {
    Json(form)
}

/// Takes bytes, mutably.
#[handler]
pub async fn bytes(mut method: Method, mut bytes: Bytes) -> Bytes {
    if method.is_safe() {
        method = Method::POST;
    }
    bytes.split_to(method.as_str().len().min(bytes.len()))
}

/// Takes the whole request.
#[handler]
pub async fn whole(req: Request) -> Response {
    req.uri().to_string().into_response()
}

/// Takes the state.
#[handler]
pub async fn stateful(State(shop): State<Shop>, caller: Caller) -> String {
    format!("{} {}", shop.name, caller.0)
}

/// Takes a part of the state, which does not tell the type of the state.
#[handler]
pub async fn part(State(mailer): State<Mailer>, caller: Caller, order: Order) -> String {
    format!("{} {} {}", mailer.0, caller.0, order.0)
}

/// Takes a part of the state that cannot be a state itself.
#[handler]
pub async fn no_state_itself(State(name): State<Name>) -> String {
    name.0
}

/// Takes two parts of the state.
#[handler]
pub async fn parts(State(name): State<Name>, State(mailer): State<Mailer>) -> String {
    format!("{} {}", name.0, mailer.0)
}

/// Takes extractors of one state, but not the state.
#[handler]
pub async fn of_some_state(caller: Option<Caller>, order: Order) -> String {
    format!("{} {}", caller.is_some(), order.0)
}

/// Names the state.
#[handler(state = Shop)]
pub async fn named(
    State(mailer): State<Mailer>,
    State(name): State<Name>,
    caller: Caller,
    order: Order,
) -> String {
    format!("{} {} {} {}", mailer.0, name.0, caller.0, order.0)
}

/// Takes a provided value.
#[handler]
pub async fn greet(user: Provided<User>, caller: Caller) -> String {
    format!("Hello, {}, {}!", user.0.0, caller.0)
}

/// Takes a provided value as the last argument.
#[handler]
pub(crate) async fn greet_last(Provided(user): Provided<User>) -> String {
    format!("Hello, {}!", user.0)
}

/// Has sixteen arguments.
#[handler]
#[rustfmt::skip]
#[allow(clippy::too_many_arguments)]
pub async fn sixteen(
    _: Method, _: Method, _: Method, _: Method, _: Method, _: Method, _: Method, _: Method,
    _: Method, _: Method, _: Method, _: Method, _: Method, _: Method, _: Method, _: Method,
) {}

/// Is deprecated.
#[handler]
#[deprecated]
pub async fn deprecated() {}

/// Does not exist, because its `cfg` is false.
#[handler]
#[cfg(any())]
pub async fn absent(_: u32) {}

/// Has a name that is a keyword.
#[handler]
pub async fn r#match() -> StatusCode {
    StatusCode::OK
}

/// A handler in a function.
pub const fn local() {
    #[handler]
    async fn inner(method: Method) -> String {
        method.to_string()
    }
    let _ = inner;
}
