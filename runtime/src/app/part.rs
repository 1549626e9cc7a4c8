//! `Part`, an application that another one includes.

use axum::{Router, extract::Request, middleware::map_request};
use http::Extensions;

use super::{assemble::assemble_part, contents::Contents};
use crate::{context::short_name, debug::opaque_debug, routes::RouteTable};

/// A part of an application: an [`app!`](crate::app!) that another one includes.
///
/// `R` is the type that the part requires of the place where it is included, or a tuple of up to eight types. Inside the
/// part, [`Provided<R>`](crate::Provided) compiles without a middleware that provides it. A `Part` without `R` requires
/// nothing.
///
/// # Examples
///
/// ```
/// # use axum::Router;
/// # use concentric::{HttpError, Next, Part, Provided, Request, Response, app, middleware};
/// #[derive(Clone)]
/// struct User(String);
///
/// # #[middleware]
/// # async fn authenticate(req: Request, next: Next<User>) -> Result<Response, HttpError> {
/// #     Ok(next.provide(User("ada".to_owned())).run(req).await)
/// # }
/// async fn list_orders(user: Provided<User>) -> String {
///     format!("The orders of {}.", user.0.0)
/// }
///
/// app! {
///     fn orders() -> Part<User> {
///         GET "/" => list_orders,
///     }
/// }
///
/// app! {
///     fn shop() -> Router {
///         scope "/orders" with [authenticate] {
///             include orders(),
///         }
///     }
/// }
/// # let _ = shop();
/// assert_eq!(shop::url::orders().list_orders(), "/orders");
/// ```
#[must_use = "a part answers requests where an application includes it"]
pub struct Part<R = ()> {
    pub(super) contents: Contents,
    pub(super) table: &'static RouteTable,
    /// Stores the required values in the request's extensions.
    insert: fn(R, &mut Extensions),
    /// Whether `R` was a tuple of required types where the part was made. A type parameter is not.
    requires_tuple: bool,
}

impl<R> Part<R> {
    pub(super) fn new(
        contents: Contents,
        table: &'static RouteTable,
        insert: fn(R, &mut Extensions),
        requires_tuple: bool,
    ) -> Self {
        Self {
            contents,
            table,
            insert,
            requires_tuple,
        }
    }

    /// Checks that the part is included with what it was made for.
    ///
    /// # Panics
    ///
    /// Panics if it requires a type parameter, for which the `include` has a tuple. Inside the part, that is one type,
    /// and at the `include` it would be several or none.
    pub(super) fn check_required(&self, is_tuple: bool) {
        assert!(
            self.requires_tuple == is_tuple,
            "the type parameter that a part requires is the tuple `{}` where it is included: include the part with one \
             type, or wrap the tuple in a type of its own",
            short_name::<R>()
        );
    }

    /// Provides what the part requires, to test it without the application around it.
    ///
    /// Order rules about entries around the part are not checked.
    ///
    /// # Panics
    ///
    /// Panics if [`into_router`](Part::into_router) of a part that requires nothing would.
    ///
    /// # Examples
    ///
    /// ```
    /// # use concentric::{Part, Provided, app};
    /// # #[derive(Clone)] struct User(String);
    /// # async fn list_orders(user: Provided<User>) -> String { user.0.0 }
    /// # app! { fn orders() -> Part<User> { GET "/" => list_orders } }
    /// let router = orders().provide(User("ada".to_owned())).into_router();
    /// ```
    pub fn provide(self, value: R) -> ProvidedPart
    where
        R: Clone + Send + Sync + 'static,
    {
        let insert = self.insert;
        let provide = move |mut req: Request| {
            insert(value.clone(), req.extensions_mut());
            async move { req }
        };
        ProvidedPart {
            router: assemble_part(self.contents, self.table).layer(map_request(provide)),
        }
    }
}

impl Part {
    /// Returns the part as an application of its own, to test it.
    ///
    /// Order rules about entries around the part are not checked.
    ///
    /// # Panics
    ///
    /// Panics if a merged router has a route that conflicts with another one, or a fallback and no routes. Panics if two
    /// items conflict, and the conditions of both are true.
    pub fn into_router(self) -> Router {
        assemble_part(self.contents, self.table)
    }
}

/// A [`Part`] with the values that it requires.
#[derive(Debug)]
#[must_use = "call `into_router`"]
pub struct ProvidedPart {
    router: Router,
}

impl ProvidedPart {
    /// Returns the part as an application of its own.
    pub fn into_router(self) -> Router {
        self.router
    }
}

opaque_debug! {
    Part<R>,
}
