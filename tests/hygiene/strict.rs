//! Public items with docs, generics, config of each kind, and every kind of item in an app.

use std::time::Duration;

use axum::{Extension, Router, extract::State};
use concentric::{HttpError, Next, Part, Provided, Request, Response, app, middleware, provides};
use http::HeaderMap;
use tower_http::{services::ServeDir, timeout::TimeoutLayer};

/// The state of the application.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The first word of the responses.
    pub greeting: &'static str,
}

/// The caller.
#[derive(Clone, Debug)]
pub struct Caller(pub String);

/// Passes the request through.
#[middleware]
pub async fn pass(req: Request, next: Next) -> Response {
    next.run(req).await
}

/// Provides the caller.
#[middleware]
pub async fn identify(
    State(settings): State<Settings>,
    headers: HeaderMap,
    req: Request,
    next: Next<Caller>,
) -> Result<Response, HttpError> {
    let agent = headers.get("user-agent");
    let agent = agent.map_or(Ok("nobody"), |agent| agent.to_str())?;
    let caller = Caller(format!("{} {agent}", settings.greeting));
    Ok(next.provide(caller).run(req).await)
}

/// Has config of every kind.
#[middleware]
pub async fn configured(
    #[config] most: &usize,
    #[config] name: &str,
    #[config] words: &[String],
    #[config] fixed: &'static str,
    caller: Provided<Caller>,
    req: Request,
    next: Next<(u8, u16)>,
) -> Result<Response, HttpError> {
    if words.len() > *most || name == fixed || caller.0.0.is_empty() {
        return Err(HttpError::forbidden(name));
    }
    Ok(next.provide((1, 2)).run(req).await)
}

/// Is generic.
#[middleware]
pub async fn generic<T, const N: usize>(req: Request, next: Next<T>) -> Response
where
    T: Clone + Default + Send + Sync,
{
    assert!(N > 0);
    next.provide(T::default()).run(req).await
}

/// Is visible in the crate, and has named lifetimes.
#[middleware]
pub(crate) async fn lent<'a, 'b, T>(
    #[config] first: &'a str,
    #[config] second: &'b str,
    #[config] lent: &'a T,
    #[config] fixed: &'static T,
    req: Request,
    next: Next,
) -> Response
where
    'b: 'a,
    T: AsRef<str> + Send + Sync + 'a,
{
    let longest: &'a str = if first.len() > second.len() {
        first
    } else {
        second
    };
    assert!(!longest.is_empty() && lent.as_ref() == fixed.as_ref());
    next.run(req).await
}

macro_rules! with_types {
    ($name:ident: $config:ty, $next:ty) => {
        /// Has types from another macro.
        #[middleware]
        pub async fn $name(#[config] config: $config, req: Request, next: $next) -> Response {
            assert_eq!(*config, 1);
            next.run(req).await
        }
    };
}
with_types!(of_macro: &u8, Next);

/// Is deprecated.
#[middleware]
#[deprecated]
pub async fn old(#[config] _: &u8, req: Request, next: Next) -> Response {
    next.run(req).await
}

/// Requires an entry that is around a part.
#[middleware(requires(identify), inside(identify))]
pub async fn require_caller(_: Provided<Caller>, req: Request, next: Next) -> Response {
    next.run(req).await
}

/// Requires outer entries, also of a generic type.
#[middleware(requires(identify, Extension<_>, generic<_, 3>))]
#[cfg(test)]
pub async fn require<'a, T>(#[config] _: &'a T, req: Request, next: Next) -> Response
where
    T: Send + Sync + 'a,
{
    next.run(req).await
}

async fn index(caller: Provided<Caller>) -> String {
    caller.0.0
}

async fn numbers(Provided(byte): Provided<u8>, Provided(word): Provided<u16>) -> String {
    format!("{byte} {word}")
}

async fn nothing() -> HttpError {
    HttpError::not_found("nothing")
}

app! {
    /// Has every kind of item.
    pub fn site(state: Settings, verbose: bool) -> Router with [
        pass,
        pass if verbose,
        TimeoutLayer::with_status_code(http::StatusCode::GATEWAY_TIMEOUT, Duration::from_secs(1)),
        TimeoutLayer::with_status_code(http::StatusCode::GATEWAY_TIMEOUT, Duration::from_secs(1))
            if verbose,
        pass if verbose else of_macro(1),
        pass if verbose else Extension(1_u16) if state.greeting.is_empty() else of_macro(1),
        identify,
    ] {
        /// The index.
        #[cfg(test)]
        GET "/" => index,
        #[cfg(not(test))]
        GET "/" => missing,
        GET | POST "/either" => index with [pass],
        ANY "/any" => || async { "any" },
        scope "/numbers" with [
            configured(3_usize, "name", ["a".to_owned()], "fixed"),
            #[cfg(not(test))]
            missing,
            generic::<String, 3>(),
            /// Comments are welcome.
            lent("a", "b", "c", &"c"),
            of_macro(1),
            provides::<i8>(Extension(1_i8)),
            #[cfg(test)]
            require(1),
        ] {
            GET "/" => numbers,
            fallback => nothing,
            method_not_allowed => nothing,
        }
        scope {}
        scope "/part" if verbose {
            /// Has a comment.
            include part(2) as numbered if verbose without [pass] with [pass],
        }
        scope "/empty" with [pass] {}
        mount "/files" => ServeDir::new("."),
        merge Router::new() with [pass],
        GET "/without" => index without [of_macro],
        fallback => nothing,
    }
}

app! {
    /// A part.
    pub fn part(state: u32) -> Part<Caller> with [pass, require_caller] {
        GET "/{id}" => async |State(state): State<u32>| state.to_string(),
        scope "/{id}/more" with [pass] {
            include nothing_here(),
            fallback => nothing,
        }
    }
}

app! {
    /// A part that has no item.
    pub fn nothing_here() -> Part {}
}

app! {
    /// Has no item.
    pub fn empty() -> Router {}
}
