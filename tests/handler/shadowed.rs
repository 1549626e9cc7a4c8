//! Other meanings for the names that generated code could use.

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
/// Not a response.
#[derive(Debug)]
pub struct FineVerdict;

/// An extractor named like an item of the runtime.
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

/// Has arguments named like variables of generated code.
#[::concentric::handler]
pub async fn index(__argument: Early, __verdict: Early) -> &'static str {
    let Early = (__argument, __verdict).1;
    "Hello"
}

/// Is named like a variable of generated code.
#[::concentric::handler]
pub async fn verdict() {}

/// Is named like a variable of generated code.
#[::concentric::handler]
pub async fn function() {}
