//! A target that is an async function, with one error for each argument that is wrong.

use std::{marker::PhantomData, sync::Arc};

use super::declared::Declared;
use crate::{
    app::App,
    builder::Scope,
    context::SatisfiedBy,
    debug::opaque_debug,
    diagnostics::IsHandlerResponse,
    extract::Arguments,
    handler::{Callable, function_target},
};

/// A target that is an async function.
///
/// `(&target).kind()` finds this trait before [`AnyKind`](super::kind::AnyKind).
pub trait FunctionKind<A, C> {
    /// Returns the kind.
    fn kind(&self) -> AsFunction<A, C> {
        AsFunction(PhantomData)
    }
}
impl<F: Callable<A>, A, C> FunctionKind<A, C> for Declared<C, F> {}

/// An async function with the arguments `A` in the scope `C`.
pub struct AsFunction<A, C>(PhantomData<fn() -> (A, C)>);

impl<A, S, C> AsFunction<A, Scope<S, C>> {
    /// Returns the kind, which is known.
    #[must_use]
    pub fn decide(self) -> Self {
        self
    }

    /// Adds the function.
    ///
    /// Its arguments must be extractors for the state `S`, and the context `C` must satisfy their
    /// requirements.
    pub fn add<F, V, I>(self, app: &mut App<S>, item: usize, function: &F)
    where
        S: Send + Sync + 'static,
        F: Callable<A, Output: IsHandlerResponse, Future: Send>,
        A: Arguments<S, V> + 'static,
        V: SatisfiedBy<C, I> + 'static,
    {
        let target = function_target(Arc::clone(app.state()), function.clone());
        app.handler(item, target);
    }
}

opaque_debug! {
    AsFunction<A, C>,
}
