//! `Provided`, the argument that requires a value, and the tuples of types that a middleware
//! provides.

use std::{
    any::TypeId,
    ops::{Deref, DerefMut},
};

use http::Extensions;

use super::{list::Cons, type_name::short_name};
use crate::diagnostics::IsProvidable;

/// A value that an outer middleware provides, as an argument of a handler or a middleware.
///
/// It is not an axum extractor, so that missing middleware is a compile error. A route whose handler
/// takes `Provided<T>` compiles only in [`app!`](crate::app!), inside a middleware that provides a `T`.
///
/// The value is cloned from the request's extensions, where axum's `Extension<T>` finds it, too.
///
/// # Examples
///
/// ```
/// # use concentric::{Next, Provided, Request, Response, app, middleware};
/// #[derive(Clone)]
/// struct Tenant(String);
///
/// #[middleware]
/// async fn find_tenant(req: Request, next: Next<Tenant>) -> Response {
///     next.provide(Tenant("acme".to_owned())).run(req).await
/// }
///
/// async fn index(tenant: Provided<Tenant>) -> String {
///     format!("Hello, {}!", tenant.0.0)
/// }
///
/// app! {
///     fn site() -> axum::Router with [find_tenant] {
///         GET "/" => index,
///     }
/// }
/// # let _ = site();
/// ```
///
/// `Option<Provided<T>>` compiles anywhere, and is `Some` if an outer middleware provides a `T`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Provided<T>(pub T);

impl<T> Deref for Provided<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T> DerefMut for Provided<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.0
    }
}

/// A tuple of types: `()`, `(T,)`, `(T, U)`, up to eight.
pub trait Types: 'static {
    /// The argument of `next.provide`: a `T` for `(T,)`, and the tuple itself for more.
    type Value;
    /// The list `L` with these types added, the last of them at its head.
    type Onto<L>;

    /// Appends the names of the types.
    #[doc(hidden)]
    fn names(to: &mut Vec<String>);

    /// Appends the types.
    #[doc(hidden)]
    fn ids(to: &mut Vec<TypeId>);
}

/// A tuple of types that can be provided.
pub trait Provision: Types {
    /// Stores the values in the request's extensions, for inner middleware and handlers.
    fn insert(values: Self::Value, extensions: &mut Extensions);

    /// Does the same for the tuple itself.
    #[doc(hidden)]
    fn insert_all(self, extensions: &mut Extensions);
}

impl Types for () {
    type Value = ();
    type Onto<L> = L;

    fn names(_: &mut Vec<String>) {}

    fn ids(_: &mut Vec<TypeId>) {}
}

impl Provision for () {
    fn insert((): (), _: &mut Extensions) {}

    fn insert_all(self, _: &mut Extensions) {}
}

impl<T: 'static> Types for (T,) {
    type Value = T;
    type Onto<L> = Cons<T, L>;

    fn names(to: &mut Vec<String>) {
        to.push(short_name::<T>());
    }

    fn ids(to: &mut Vec<TypeId>) {
        to.push(TypeId::of::<T>());
    }
}

impl<T: IsProvidable> Provision for (T,) {
    fn insert(value: T, extensions: &mut Extensions) {
        extensions.insert(value);
    }

    fn insert_all(self, extensions: &mut Extensions) {
        extensions.insert(self.0);
    }
}

/// Names the list `$list` with the types added, the last of them at its head.
macro_rules! onto {
    ($list:ty; $first:ident $($rest:ident)*) => { onto!(Cons<$first, $list>; $($rest)*) };
    ($list:ty;) => { $list };
}

macro_rules! provision {
    ($($t:ident)*) => {
        impl<$($t: 'static),*> Types for ($($t,)*) {
            type Value = ($($t,)*);
            type Onto<L> = onto!(L; $($t)*);

            fn names(to: &mut Vec<String>) {
                $(to.push(short_name::<$t>());)*
            }

            fn ids(to: &mut Vec<TypeId>) {
                $(to.push(TypeId::of::<$t>());)*
            }
        }

        impl<$($t: IsProvidable),*> Provision for ($($t,)*) {
            #[allow(non_snake_case, reason = "a value is named for its type parameter")]
            fn insert(($($t,)*): Self::Value, extensions: &mut Extensions) {
                $(extensions.insert($t);)*
            }

            fn insert_all(self, extensions: &mut Extensions) {
                Self::insert(self, extensions);
            }
        }
    };
}
provision!(A B);
provision!(A B C);
provision!(A B C D);
provision!(A B C D E);
provision!(A B C D E F);
provision!(A B C D E F G);
provision!(A B C D E F G H);
