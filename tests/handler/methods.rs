//! Functions of an `impl`.

use axum::{Json, extract::State, http::Method};
use concentric::{Provided, Request, handler};

/// Not the handler of the same name.
#[must_use]
pub const fn same_name(number: u32) -> u32 {
    number
}

/// A generic function with the name of a handler.
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

    /// Has the name of a generic function.
    #[handler]
    pub async fn same_generic_name() -> &'static str {
        "Hello"
    }

    /// Calls another.
    #[handler]
    pub async fn calls(req: Request) -> String {
        Self::same_name(req.method().clone()).await
    }

    /// Takes `Self` as the state.
    #[handler]
    pub async fn state(State(_): State<Self>, body: String) -> String {
        body
    }

    /// Borrows `self`.
    #[handler]
    pub async fn borrowed(&self, method: Method, body: String) -> String {
        format!("{self:?} {method} {body}")
    }

    /// Takes `self`.
    #[handler]
    pub async fn owned(self, method: Method) -> String {
        format!("{self:?} {method}")
    }
}

/// Has handlers and generic parameters.
#[derive(Debug)]
pub struct Store<'a, T>(&'a T);

impl<'a, T> Store<'a, T> {
    /// Extracts a value that may have any type.
    #[handler]
    pub async fn put(value: Provided<T>, Json(_): Json<T>) -> Json<T> {
        Json(value.0)
    }

    /// Borrows `self`.
    #[handler]
    pub async fn all(&self) -> String {
        size_of_val(self.0).to_string()
    }

    /// Has its own generic parameters.
    #[handler]
    pub async fn with<U: Clone>(&'a self, _: Provided<U>, _: String) -> Json<&'a T> {
        Json(self.0)
    }
}
