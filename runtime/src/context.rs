//! The context: what the middleware further out has provided, as a list of types.

use std::{
    marker::PhantomData,
    ops::{Deref, DerefMut},
};

use http::Extensions;

use crate::describe::short_name;

/// A value that a middleware further out provides, as an argument of a handler or a middleware.
///
/// It is not an axum extractor, and that is on purpose: a handler that takes `Provided<T>` only
/// compiles in [`app!`](crate::app) below a middleware that provides a `T`.
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
/// The value is cloned out of the request's extensions, where axum's `Extension<T>` sees it too.
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

/// What is further out than a place: the types `P` that have been provided, and the middleware and
/// layers `N`, each as a list with the innermost at its head.
#[derive(Debug)]
pub struct Context<P, N>(PhantomData<fn() -> (P, N)>);

/// The empty list.
#[derive(Debug)]
pub struct Nil;

/// The list `L` with a `T` at its head.
#[derive(Debug)]
pub struct Cons<T, L>(PhantomData<fn() -> (T, L)>);

/// Where in a list a type is: at its head.
#[derive(Debug)]
pub struct Here;

/// Where in a list a type is: further down.
#[derive(Debug)]
pub struct There<I>(PhantomData<fn() -> I>);

/// The list `Self` holds a `T`. `I` is where, and is always inferred.
#[diagnostic::on_unimplemented(
    message = "no middleware further out provides `{T}`",
    label = "`{T}` is required here",
    note = "list a middleware with `next: Next<{T}>` further out: before this one, or around it"
)]
pub trait Has<T, I> {}

#[diagnostic::do_not_recommend]
impl<T, L> Has<T, Here> for Cons<T, L> {}

#[diagnostic::do_not_recommend]
impl<T, U, L: Has<T, I>, I> Has<T, There<I>> for Cons<U, L> {}

/// What one argument asks of the context: a `T`.
///
/// As the second parameter of [`Middleware`](crate::Middleware) it says what a middleware written
/// by hand requires.
#[derive(Debug)]
pub struct Requires<T>(PhantomData<fn() -> T>);

/// What one argument asks of the context: nothing, since axum extracts it from the request's head.
#[derive(Debug)]
pub struct FromParts;

/// What one argument asks of the context: nothing, since axum extracts it from the whole request.
#[derive(Debug)]
pub struct FromBody<M>(PhantomData<fn() -> M>);

/// What is asked for is in the context `C`; `I` is where, and is always inferred.
///
/// The requirement is `Self` on purpose. With the context as `Self`, rustc reports a mismatch of
/// lists instead of the [`Has`] that does not hold.
pub trait MetBy<C, I> {}

impl<T, P: Has<T, I>, N, I> MetBy<Context<P, N>, I> for Requires<T> {}

impl<C> MetBy<C, ()> for FromParts {}

impl<M, C> MetBy<C, ()> for FromBody<M> {}

/// A tuple of types: `()`, `(T,)`, `(T, U)`, up to eight.
pub trait Types: 'static {
    /// What `next.provide` takes: a `T` for `(T,)`, and the tuple itself for more.
    type Value;
    /// The list `L` with these types added, the last of them at its head.
    type Onto<L>;

    /// Adds the names of the types.
    #[doc(hidden)]
    fn names(to: &mut Vec<String>);
}

/// A tuple of types that can be provided.
pub trait Provision: Types {
    /// Puts the values where what is further in finds them.
    fn insert(values: Self::Value, extensions: &mut Extensions);
}

/// A type that can be provided.
#[diagnostic::on_unimplemented(
    message = "a `{Self}` cannot be provided, since it is not `Clone + Send + Sync + 'static`",
    label = "each handler that asks for it has a clone",
    note = "derive `Clone` for it, or provide an `Arc<{Self}>`"
)]
pub trait Provide: Clone + Send + Sync + 'static {}

#[diagnostic::do_not_recommend]
impl<T: Clone + Send + Sync + 'static> Provide for T {}

impl Types for () {
    type Value = ();
    type Onto<L> = L;

    fn names(_: &mut Vec<String>) {}
}

impl<T: 'static> Types for (T,) {
    type Value = T;
    type Onto<L> = Cons<T, L>;

    fn names(to: &mut Vec<String>) {
        to.push(short_name::<T>());
    }
}

impl<T: Provide> Provision for (T,) {
    fn insert(value: T, extensions: &mut Extensions) {
        extensions.insert(value);
    }
}

/// The list `$list` with the types added, the last of them at its head.
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
        }

        impl<$($t: Provide),*> Provision for ($($t,)*) {
            #[allow(non_snake_case, reason = "a value is named for its type parameter")]
            fn insert(($($t,)*): Self::Value, extensions: &mut Extensions) {
                $(extensions.insert($t);)*
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

/// Calls `$each` with the names of one, two, ... sixteen type parameters, each with the name of its
/// partner, the last one apart.
macro_rules! for_each_arity {
    ($each:ident) => {
        for_each_arity!(@ $each [] [
            (A1 V1) (A2 V2) (A3 V3) (A4 V4) (A5 V5) (A6 V6) (A7 V7) (A8 V8)
            (A9 V9) (A10 V10) (A11 V11) (A12 V12) (A13 V13) (A14 V14) (A15 V15) (A16 V16)
        ]);
    };
    (@ $each:ident [$(($a:ident $v:ident))*] [($b:ident $w:ident) $($rest:tt)*]) => {
        $each!([$($a $v),*] $b $w);
        for_each_arity!(@ $each [$(($a $v))* ($b $w)] [$($rest)*]);
    };
    (@ $each:ident [$($done:tt)*] []) => {};
}
pub(crate) use for_each_arity;

impl<C> MetBy<C, ()> for () {}

macro_rules! met_by {
    ([$($a:ident $v:ident),*] $last:ident $w:ident) => {
        impl<C, $($a: MetBy<C, $v>, $v,)* $last: MetBy<C, $w>, $w> MetBy<C, ($($v,)* $w,)> for ($($a,)* $last,) {}
    };
}
for_each_arity!(met_by);
