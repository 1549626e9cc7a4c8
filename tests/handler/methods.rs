//! Functions of an `impl`.

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
