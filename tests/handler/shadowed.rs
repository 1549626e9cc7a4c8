//! A module in which the names that generated code could name mean something else.

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
