//! `DependsOn`, the rule that an entry demands other entries outside of it.
//!
//! `_` in `requires(SessionManagerLayer<_>)` stands for any type. An impl that is generic over it
//! would have to repeat the bounds of the layer's type, which the macro does not know. So the
//! generated impl names the parameter as `<W as Hole<'a, X>>::Type` under a `for<'a>`. rustc checks
//! those bounds only where `W` is [`Filled`] and `X` is known: where an entry is listed.

use crate::context::{Cons, Nil};

/// The entries that a middleware or a tower layer requires outside of it.
///
/// `#[middleware(requires(authenticate))]` implements it for a middleware. It can be implemented by
/// hand for a hand-written [`Middleware`](crate::Middleware) or for your own tower layer. `T` is a
/// tuple of up to four types, and the other parameters keep their defaults.
///
/// [`app!`](crate::app!) checks each entry against all outer entries. An entry under an `if` does
/// not count, since it may not run. With an `else`, it counts if its two values are of the same
/// type. Where [`provides`](crate::provides) wraps a layer, `T` names the layer.
///
/// # Examples
///
/// ```
/// # use concentric::{DependsOn, Next, Request, Response, middleware};
/// # #[middleware] async fn authenticate(req: Request, next: Next) -> Response { next.run(req).await }
/// #[derive(Clone)]
/// struct QuotaLayer;
///
/// /// A quota is counted for a user.
/// impl DependsOn<(authenticate,)> for QuotaLayer {}
/// ```
pub trait DependsOn<T: RequiredTypes, X = (), W = Filled> {}

/// A tuple of up to four types.
pub trait RequiredTypes {
    /// The types as a list, the first of them at its head.
    type List;
}

macro_rules! list {
    ($first:ident $($rest:ident)*) => { Cons<$first, list!($($rest)*)> };
    () => { Nil };
}

macro_rules! required_types {
    ($($t:ident)*) => {
        impl<$($t),*> RequiredTypes for ($($t,)*) {
            type List = list!($($t)*);
        }
    };
}
required_types!();
required_types!(A);
required_types!(A B);
required_types!(A B C);
required_types!(A B C D);

/// A type argument `X` that is written as `_`.
pub trait Hole<'a, X> {
    /// The argument, if `Self` is `Filled`.
    type Type;
}

/// Fills every [`Hole`].
#[derive(Debug)]
pub struct Filled;

impl<X> Hole<'_, X> for Filled {
    type Type = X;
}

/// A type that equals `T`.
pub trait Equals<'a, T> {}
impl<T> Equals<'_, T> for T {}
