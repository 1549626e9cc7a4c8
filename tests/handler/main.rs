//! Handlers of every kind under `#[handler]`, which have to compile as they are: in a module and in
//! an `impl`, under strict lints and shadowed names, alone and in an `app!`.
//!
//! Clippy's part of the lints is checked when clippy runs over this file.
#![deny(
    warnings,
    missing_docs,
    unreachable_pub,
    rust_2018_idioms,
    unused_qualifications,
    unused_lifetimes,
    single_use_lifetimes,
    missing_debug_implementations,
    clippy::all,
    clippy::pedantic,
    clippy::nursery
)]
// What these say is about the functions as they are written: a handler that awaits nothing, or whose
// type parameters need not be `Send`.
#![allow(
    clippy::future_not_send,
    clippy::missing_errors_doc,
    clippy::unused_async
)]

use axum::{
    Router,
    body::{Body, to_bytes},
    http::Method,
    response::IntoResponse,
};
use concentric::Request;
use tower::ServiceExt;

/// A handler of the file's module.
#[concentric::handler]
async fn at_the_margin(method: Method) -> String {
    method.to_string()
}

/// Another, of a name that the prelude has.
#[concentric::handler]
async fn drop(_: Method) -> impl IntoResponse {}

async fn send(router: Router, req: Request) -> String {
    let Ok(response) = router.oneshot(req).await;
    let Ok(body) = to_bytes(response.into_body(), usize::MAX).await else {
        unreachable!("the body is at hand")
    };
    String::from_utf8_lossy(&body).into_owned()
}

fn get(path: &str) -> Request {
    let Ok(req) = Request::get(path).body(Body::empty()) else {
        unreachable!("the path is a path")
    };
    req
}

/// Free functions.
pub mod free {
    use std::{borrow::Cow, collections::BTreeMap, sync::Arc};

    use axum::{
        Extension, Form, Json,
        body::Bytes,
        extract::{
            FromRef, FromRequest, FromRequestParts, MatchedPath, OptionalFromRequestParts, Path,
            Query, State, rejection::QueryRejection,
        },
        http::{HeaderMap, Method, StatusCode, request::Parts},
        response::IntoResponse,
    };
    use concentric::{HttpError, Provided, Request, Response, handler};

    /// The state of the application.
    #[derive(Clone, Debug)]
    pub struct Shop {
        /// A part of it.
        pub mailer: Mailer,
        /// A part of it that is no `Clone`.
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

    /// A part of the state that is made for each request, and is not `Clone`.
    #[derive(Debug)]
    pub struct Name(String);

    impl FromRef<Shop> for Name {
        fn from_ref(shop: &Shop) -> Self {
            Self(shop.name.to_owned())
        }
    }

    /// Who asks: extracted with the help of the state.
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

    /// A body, read with the help of the state.
    #[derive(Debug)]
    pub struct Order(String);

    impl FromRequest<Shop> for Order {
        type Rejection = HttpError;

        async fn from_request(req: Request, shop: &Shop) -> Result<Self, HttpError> {
            let body = String::from_request(req, shop).await?;
            Ok(Self(body))
        }
    }

    /// What a middleware provides.
    #[derive(Clone, Debug)]
    pub struct User(pub String);

    /// Takes nothing and gives nothing.
    #[handler]
    pub async fn nothing() {}

    /// Gives text.
    #[handler]
    pub async fn index() -> &'static str {
        "Hello"
    }

    /// Gives text that may be borrowed.
    #[handler]
    pub async fn cow() -> Cow<'static, str> {
        "Hello".into()
    }

    /// Gives an opaque type.
    #[handler]
    pub async fn opaque(method: Method) -> impl IntoResponse {
        (StatusCode::OK, method.to_string())
    }

    /// May give an opaque type.
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
    pub async fn form(
        Form(form): Form<BTreeMap<String, String>>,
    ) -> Json<BTreeMap<String, String>> {
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

    /// Takes a part of the state, from which the state itself cannot be seen.
    #[handler]
    pub async fn part(State(mailer): State<Mailer>, caller: Caller, order: Order) -> String {
        format!("{} {} {}", mailer.0, caller.0, order.0)
    }

    /// Takes a part of the state that is no state itself.
    #[handler]
    pub async fn no_state_itself(State(name): State<Name>) -> String {
        name.0
    }

    /// Takes two parts of the state.
    #[handler]
    pub async fn parts(State(name): State<Name>, State(mailer): State<Mailer>) -> String {
        format!("{} {}", name.0, mailer.0)
    }

    /// Takes what only some state can give, without the state.
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

    /// Takes what a middleware provides.
    #[handler]
    pub async fn greet(user: Provided<User>, caller: Caller) -> String {
        format!("Hello, {}, {}!", user.0.0, caller.0)
    }

    /// Takes what a middleware provides, last.
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

    /// Is old.
    #[handler]
    #[deprecated]
    pub async fn deprecated() {}

    /// Is not there.
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
}

/// Functions with parameters.
pub mod generic {
    use std::{fmt::Display, str::FromStr};

    use axum::{
        Json,
        extract::{FromRequest, FromRequestParts, Path, State},
        http::Method,
        response::IntoResponse,
    };
    use concentric::{Provided, handler};

    /// Has bounds that are enough.
    #[handler]
    pub async fn bounded<T>(method: Method, Provided(value): Provided<T>, body: String) -> String
    where
        T: Clone + Display + Send + Sync + 'static,
    {
        format!("{method} {value} {body}")
    }

    /// Has no bounds that would tell what the types are.
    #[handler]
    pub async fn unbounded<T, P, B, const N: usize>(
        State(_): State<T>,
        Path(_): Path<P>,
        value: Provided<T>,
        Json(_): Json<B>,
    ) -> Json<[T; N]>
    where
        T: Clone,
    {
        Json(std::array::from_fn(|_| value.0.clone()))
    }

    /// Is generic over its extractors.
    #[handler]
    pub async fn extractors<S, A: FromRequestParts<S>, B: FromRequest<S>>(_: A, _: B) {}

    /// Takes any extractor.
    #[handler]
    pub async fn opaque(_: Method, _: impl FromRequest<()>) {}

    /// Has a parameter that no argument shows.
    #[handler]
    pub async fn parsed<T: FromStr>(body: String) -> impl IntoResponse {
        Json(body.parse::<T>().is_ok())
    }

    /// Names the state by a parameter.
    #[handler(state = S)]
    pub async fn stateful<S: Clone>(State(_): State<S>, _: String) {}
}

/// Functions of an `impl`.
pub mod methods {
    use axum::{Json, extract::State, http::Method};
    use concentric::{Provided, Request, handler};

    /// Not what the handler of the same name is.
    #[must_use]
    pub const fn same_name(number: u32) -> u32 {
        number
    }

    /// Generic, and not what the handler of the same name is.
    #[must_use]
    pub fn same_generic_name<T: Default>() -> T {
        T::default()
    }

    /// Has handlers.
    #[derive(Clone, Debug)]
    pub struct Api;

    impl Api {
        /// Has no argument.
        #[handler]
        pub async fn index() -> &'static str {
            "Hello"
        }

        /// Has the name of another function.
        #[handler]
        pub async fn same_name(method: Method) -> String {
            method.to_string()
        }

        /// Has the name of another function, and of one that is generic.
        #[handler]
        pub async fn same_generic_name() -> &'static str {
            "Hello"
        }

        /// Calls another.
        #[handler]
        pub async fn calls(req: Request) -> String {
            Self::same_name(req.method().clone()).await
        }

        /// Takes itself as the state.
        #[handler]
        pub async fn state(State(_): State<Self>, body: String) -> String {
            body
        }

        /// Borrows itself.
        #[handler]
        pub async fn borrowed(&self, method: Method, body: String) -> String {
            format!("{self:?} {method} {body}")
        }

        /// Is itself an argument.
        #[handler]
        pub async fn owned(self, method: Method) -> String {
            format!("{self:?} {method}")
        }
    }

    /// Has handlers, and parameters.
    #[derive(Debug)]
    pub struct Store<'a, T>(&'a T);

    impl<'a, T> Store<'a, T> {
        /// Takes what may be something.
        #[handler]
        pub async fn put(value: Provided<T>, Json(_): Json<T>) -> Json<T> {
            Json(value.0)
        }

        /// Borrows itself.
        #[handler]
        pub async fn all(&self) -> String {
            size_of_val(self.0).to_string()
        }

        /// Has parameters of its own.
        #[handler]
        pub async fn with<U: Clone>(&'a self, _: Provided<U>, _: String) -> Json<&'a T> {
            Json(self.0)
        }
    }
}

/// A module in which the names that generated code could name mean something else.
pub mod shadowed {
    /// Not the crate.
    pub mod concentric {}
    /// Not the crate.
    pub mod core {}
    /// Not the crate.
    pub mod std {}
    /// Not the trait.
    #[derive(Debug)]
    pub struct Send;
    /// Not the trait.
    #[derive(Debug)]
    pub struct Fn;
    /// Not `Option::Some`.
    #[derive(Debug)]
    pub struct Some;
    /// Not a response, nor a verdict.
    #[derive(Debug)]
    pub struct FineVerdict;

    /// An extractor with the name of something of the runtime.
    #[derive(Debug)]
    pub struct Early;

    impl<S: Sync> axum::extract::FromRequestParts<S> for Early {
        type Rejection = ();

        async fn from_request_parts(
            _: &mut http::request::Parts,
            _: &S,
        ) -> Result<Self, Self::Rejection> {
            Ok(Self)
        }
    }

    /// Takes what has a strange name.
    #[::concentric::handler]
    pub async fn index(__argument: Early, __verdict: Early) -> &'static str {
        let Early = (__argument, __verdict).1;
        "Hello"
    }

    /// Has the name of a variable.
    #[::concentric::handler]
    pub async fn verdict() {}

    /// Has the name of a variable.
    #[::concentric::handler]
    pub async fn function() {}
}

mod app {
    use axum::Router;
    use concentric::{Next, Request, Response, app, middleware};

    use crate::{
        free::{self, Shop, User},
        generic, methods, shadowed,
    };

    #[middleware]
    async fn identify(req: Request, next: Next<(User, u8)>) -> Response {
        next.provide((User("you".to_owned()), 7)).run(req).await
    }

    app! {
        pub(crate) fn site(state: Shop) -> Router with [identify] {
            GET "/" => free::index,
            GET "/opaque" => free::opaque,
            GET "/fallible" => free::fallible,
            POST "/axum/{id}/{name}" => free::axum_extractors,
            POST "/form" => free::form,
            POST "/bytes" => free::bytes,
            GET "/whole" => free::whole,
            GET "/stateful" => free::stateful,
            POST "/part" => free::part,
            GET "/name" => free::no_state_itself,
            GET "/parts" => free::parts,
            POST "/some" => free::of_some_state,
            POST "/named" => free::named,
            GET "/greet" => free::greet,
            GET "/greet/last" => free::greet_last,
            GET "/sixteen" => free::sixteen,
            GET "/bounded" => generic::bounded::<u8>,
            GET "/parsed" => generic::parsed::<u8>,
            GET "/stateless" => generic::stateful::<Shop>,
            GET "/api" => methods::Api::same_name,
            GET "/shadowed" => shadowed::index,
            GET "/margin" => crate::at_the_margin,
            GET "/drop" => crate::drop,
        }
    }
}

#[tokio::test]
async fn handlers_do_what_they_did() {
    let state = free::Shop {
        mailer: free::Mailer("mail"),
        name: "shop",
    };
    let ask = async |path| send(app::site(state.clone()), get(path)).await;

    assert_eq!(ask("/").await, "Hello");
    assert_eq!(ask("/opaque").await, "GET");
    assert_eq!(ask("/stateful").await, "shop GET of shop");
    assert_eq!(ask("/parts").await, "shop mail");
    assert_eq!(ask("/greet").await, "Hello, you, GET of shop!");
    assert_eq!(ask("/greet/last").await, "Hello, you!");
    assert_eq!(ask("/bounded").await, "GET 7 ");
    assert_eq!(ask("/parsed").await, "false");
    assert_eq!(ask("/api").await, "GET");
    assert_eq!(ask("/shadowed").await, "Hello");
}
