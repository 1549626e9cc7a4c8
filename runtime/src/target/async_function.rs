//! A target that is an async function.

use std::{marker::PhantomData, ops::Deref, sync::Arc};

use axum::response::IntoResponse;

use super::declared::Declared;
use crate::{
    context::SatisfiedBy,
    debug::opaque_debug,
    diagnostics::Fine,
    extract::Arguments,
    handler::{CallShort, Callable, Short, function_target},
    probe::{Decide, Last, OfHandler, Required, Returned, Suspect, Unsendable},
};

/// A target that is an async function which fits, with at most four arguments.
///
/// `declared.add_target()` finds this method before those of the traits.
impl<S, C, F, A, V, I> Declared<'_, S, C, F, A, V, I>
where
    S: Send + Sync + 'static,
    F: Short<A, ShortOutput: IntoResponse, ShortFuture: Send> + Clone + Send + Sync + 'static,
    A: Arguments<S, V> + 'static,
    V: SatisfiedBy<C, I> + 'static,
{
    /// Adds the function.
    pub fn add_target(self) -> Fine {
        let Self {
            app, item, target, ..
        } = self;
        app.handler(
            item,
            function_target(Arc::clone(app.state()), CallShort(target)),
        );
        Fine::default()
    }
}

/// A target that is an async function with more arguments, or with a mistake.
///
/// `declared.add_target()` finds this trait before [`AnyKind`](super::kind::AnyKind).
pub trait FunctionKind<'a, S, C, F, A> {
    /// Returns the function, to be checked. `decide` adds it if it fits.
    fn add_target(self) -> AsyncFunction<'a, S, C, F, A>;
}
impl<'a, S, C, F: Callable<A>, A> FunctionKind<'a, S, C, F, A>
    for Declared<'a, S, C, F, A, (), ()>
{
    fn add_target(self) -> AsyncFunction<'a, S, C, F, A> {
        AsyncFunction(self)
    }
}

/// The async function `F` with the arguments `A`, in an application with the state `S`, inside of the context `C`.
pub struct AsyncFunction<'a, S, C, F, A>(Declared<'a, S, C, F, A, (), ()>);

/// The function of [`AsyncFunction`] at the level `L`, after it has turned out that it does not fit.
pub struct Misfit<F, A, S, C, L>(PhantomData<fn() -> (F, A, S, C, L)>);

/// The level where the arguments fit, and what the function returns.
#[derive(Debug)]
pub struct Answered;

/// The level where the arguments fit.
#[derive(Debug)]
pub struct Called;

impl<S, C, F, A> Deref for AsyncFunction<'_, S, C, F, A> {
    type Target = Misfit<F, A, S, C, Answered>;

    fn deref(&self) -> &Self::Target {
        &Misfit(PhantomData)
    }
}

impl<F, A, S, C> Deref for Misfit<F, A, S, C, Answered> {
    type Target = Misfit<F, A, S, C, Called>;

    fn deref(&self) -> &Self::Target {
        &Misfit(PhantomData)
    }
}

impl<F, A, S, C> Deref for Misfit<F, A, S, C, Called> {
    type Target = Suspect<OfHandler<A>, S, C, Required<Last>>;

    fn deref(&self) -> &Self::Target {
        &Suspect(PhantomData)
    }
}

impl<S, C, F, A, V, I> Decide<Fine, (V, I)> for AsyncFunction<'_, S, C, F, A>
where
    S: Send + Sync + 'static,
    F: Callable<A, Output: IntoResponse, Future: Send>,
    A: Arguments<S, V> + 'static,
    V: SatisfiedBy<C, I> + 'static,
{
    fn decide(&self) -> Fine {
        let Declared {
            app, item, target, ..
        } = &self.0;
        app.handler(
            *item,
            function_target(Arc::clone(app.state()), target.clone()),
        );
        Fine::default()
    }
}

impl<F, A, S, C, V, I> Decide<Unsendable<F::Future>, (V, I)> for Misfit<F, A, S, C, Answered>
where
    F: Callable<A, Output: IntoResponse>,
    A: Arguments<S, V>,
    V: SatisfiedBy<C, I>,
{
}

impl<F, A, S, C, V, I> Decide<Returned<F::Output>, (V, I)> for Misfit<F, A, S, C, Called>
where
    F: Callable<A>,
    A: Arguments<S, V>,
    V: SatisfiedBy<C, I>,
{
}

opaque_debug! {
    AsyncFunction<'a, S, C, F, A>,
    Misfit<F, A, S, C, L>,
}
