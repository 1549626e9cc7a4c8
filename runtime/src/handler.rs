//! Handlers: any `async fn` of extractors, without an annotation.
//!
//! axum's own `Handler` cannot say which argument is wrong, because the arguments are inferred and
//! checked in one step. Here [`Callable`] infers them, and [`Arguments`] checks them afterwards, one
//! by one.

use std::{
    future::{Future, ready},
    marker::PhantomData,
    sync::Arc,
};

use axum::{
    extract::Request,
    response::{IntoResponse, Response},
};

use crate::{
    builder::Place,
    chain::{BoxFuture, Target},
    context::{MetBy, for_each_arity},
    extract::{Arguments, handed},
};

/// An async function of the arguments `A`. Nothing is asked of them here.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a handler",
    label = "not an async function of up to 16 arguments",
    note = "a handler is an `async fn`, or a closure that returns a future, and is `Clone + Send + Sync`"
)]
pub trait Callable<A>: Clone + Send + Sync + 'static {
    /// What the function gives.
    type Future: Future<Output = Self::Output>;
    /// What that gives.
    type Output;

    /// Calls the function.
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

/// A function as a target.
struct Handler<F, A, V> {
    function: F,
    types: PhantomData<fn() -> (A, V)>,
}

impl<S: Sync + 'static, C> Place<S, C> {
    /// The function as a handler at this place: its arguments can be extracted with the state `S`,
    /// and the context `C` has what they require.
    pub fn handler<F, A, V, I>(self, function: F) -> Arc<dyn Target<S>>
    where
        F: Callable<A, Output: IntoResponse, Future: Send>,
        A: Arguments<S, V> + 'static,
        V: MetBy<C, I> + 'static,
    {
        Arc::new(Handler {
            function,
            types: PhantomData::<fn() -> (A, V)>,
        })
    }
}

impl<F, A, S, V> Target<S> for Handler<F, A, V>
where
    S: Sync + 'static,
    F: Callable<A, Output: IntoResponse, Future: Send>,
    A: Arguments<S, V> + 'static,
{
    fn call<'a>(&'a self, state: &'a S, req: Request) -> BoxFuture<'a, Response> {
        if A::AT_HAND {
            let arguments = A::at_hand(&req);
            drop(req);
            let function = self.function.clone();
            return match arguments {
                Ok(arguments) => {
                    Box::pin(async move { function.invoke(arguments).await.into_response() })
                }
                Err(rejection) => Box::pin(ready(rejection.into_response())),
            };
        }
        handed(req, move || async move {
            match A::extract(state).await {
                Ok(arguments) => self
                    .function
                    .clone()
                    .invoke(arguments)
                    .await
                    .into_response(),
                Err(rejection) => rejection,
            }
        })
    }
}
