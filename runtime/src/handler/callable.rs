//! `Callable`, an async function whose arguments are inferred but not checked.

use std::future::Future;

use crate::context::for_each_arity;

/// An async function with the arguments `A`, of any types.
pub trait Callable<A>: Clone + Send + Sync + 'static {
    /// The future that the function returns.
    type Future: Future<Output = Self::Output>;
    /// The output of that future.
    type Output;

    /// Calls the function with the arguments.
    fn invoke(self, arguments: A) -> Self::Future;
}

impl<F, Fut> Callable<()> for F
where
    F: FnOnce() -> Fut + Clone + Send + Sync + 'static,
    Fut: Future,
{
    type Future = Fut;
    type Output = Fut::Output;

    fn invoke(self, (): ()) -> Fut {
        self()
    }
}

macro_rules! callable {
    ([$($a:ident $v:ident),*] $last:ident $w:ident) => {
        impl<F, Fut, $($a,)* $last> Callable<($($a,)* $last,)> for F
        where
            F: FnOnce($($a,)* $last) -> Fut + Clone + Send + Sync + 'static,
            Fut: Future,
        {
            type Future = Fut;
            type Output = Fut::Output;

            #[allow(non_snake_case, reason = "an argument is named for its type parameter")]
            fn invoke(self, ($($a,)* $last,): ($($a,)* $last,)) -> Fut {
                self($($a,)* $last)
            }
        }
    };
}
for_each_arity!(callable);

/// An async function with at most four arguments, `A`.
///
/// rustc tries the impls of each number of arguments to infer `A`, and is faster with few of them and with few bounds.
/// So this trait has none of the bounds of [`Callable`].
pub trait Short<A>: Sized {
    /// The future that the function returns.
    type ShortFuture: Future<Output = Self::ShortOutput>;
    /// The output of that future.
    type ShortOutput;

    /// Calls the function with the arguments.
    fn invoke_short(self, arguments: A) -> Self::ShortFuture;
}

macro_rules! short {
    ($($a:ident)*) => {
        impl<F, Fut, $($a),*> Short<($($a,)*)> for F
        where
            F: FnOnce($($a),*) -> Fut,
            Fut: Future,
        {
            type ShortFuture = Fut;
            type ShortOutput = Fut::Output;

            #[allow(non_snake_case, reason = "an argument is named for its type parameter")]
            fn invoke_short(self, ($($a,)*): ($($a,)*)) -> Fut {
                self($($a),*)
            }
        }
    };
}
short!();
short!(A1);
short!(A1 A2);
short!(A1 A2 A3);
short!(A1 A2 A3 A4);

/// A [`Short`] function as a [`Callable`] one.
#[derive(Clone)]
pub(crate) struct CallShort<F>(pub(crate) F);

impl<F, A> Callable<A> for CallShort<F>
where
    F: Short<A> + Clone + Send + Sync + 'static,
{
    type Future = F::ShortFuture;
    type Output = F::ShortOutput;

    fn invoke(self, arguments: A) -> Self::Future {
        self.0.invoke_short(arguments)
    }
}
