//! A target that is an async function.

use std::{marker::PhantomData, ops::Deref, sync::Arc};

use axum::response::IntoResponse;

use super::declared::Declared;
use crate::{
    app::App,
    builder::Scope,
    chain::Target,
    context::SatisfiedBy,
    debug::opaque_debug,
    diagnostics::Accepted,
    extract::Arguments,
    handler::{CallShort, Callable, Short, function_target},
    probe::{Decide, Last, OfHandler, Required, Returned, Suspect, Unsendable},
};

/// A target that is an async function which fits, with at most four arguments. `V` is how its arguments `A` are
/// extracted, and `I` where their types are provided.
///
/// `(&&target).target_kind()` finds this trait before [`FunctionKind`].
pub trait ShortFunction<F, A, S, V, I> {
    /// Returns how the function is added.
    fn target_kind(&self) -> AsFunction<F, S>;
}
impl<F, A, S, C, V, I> ShortFunction<F, A, S, V, I> for &Declared<Scope<S, C>, F>
where
    S: Send + Sync + 'static,
    F: Short<A, ShortOutput: IntoResponse, ShortFuture: Send> + Clone + Send + Sync + 'static,
    A: Arguments<S, V> + 'static,
    V: SatisfiedBy<C, I> + 'static,
{
    fn target_kind(&self) -> AsFunction<F, S> {
        AsFunction(Accepted, |state, function| {
            function_target(state, CallShort(function))
        })
    }
}

/// A target that is an async function with more arguments, or with a mistake.
///
/// `(&&target).target_kind()` finds this trait before [`AnyKind`](super::kind::AnyKind).
pub trait FunctionKind<F, A, S, C> {
    /// Returns the function, to be checked.
    fn target_kind(&self) -> AsyncFunction<F, A, S, C, Fitting> {
        AsyncFunction(PhantomData)
    }
}
impl<F: Callable<A>, A, S, C> FunctionKind<F, A, S, C> for &&Declared<Scope<S, C>, F> {}

/// The async function `F` with the arguments `A`, in an application with the state `S`, inside of the context `C`. `L`
/// is the level.
pub struct AsyncFunction<F, A, S, C, L>(PhantomData<fn() -> (F, A, S, C, L)>);

/// The level where the function fits.
#[derive(Debug)]
pub struct Fitting;

/// The level where the arguments fit, and what the function returns.
#[derive(Debug)]
pub struct Answered;

/// The level where the arguments fit.
#[derive(Debug)]
pub struct Called;

impl<F, A, S, C> Deref for AsyncFunction<F, A, S, C, Fitting> {
    type Target = AsyncFunction<F, A, S, C, Answered>;

    fn deref(&self) -> &Self::Target {
        &AsyncFunction(PhantomData)
    }
}

impl<F, A, S, C> Deref for AsyncFunction<F, A, S, C, Answered> {
    type Target = AsyncFunction<F, A, S, C, Called>;

    fn deref(&self) -> &Self::Target {
        &AsyncFunction(PhantomData)
    }
}

impl<F, A, S, C> Deref for AsyncFunction<F, A, S, C, Called> {
    type Target = Suspect<OfHandler<A>, S, C, Required<Last>>;

    fn deref(&self) -> &Self::Target {
        &Suspect(PhantomData)
    }
}

impl<F, A, S, C, V, I> Decide<Fit<F, A, S, V>, (V, I)> for AsyncFunction<F, A, S, C, Fitting>
where
    F: Callable<A, Output: IntoResponse, Future: Send>,
    A: Arguments<S, V>,
    V: SatisfiedBy<C, I>,
{
}

impl<F, A, S, C, V, I> Decide<Unsendable<F::Future>, (V, I)> for AsyncFunction<F, A, S, C, Answered>
where
    F: Callable<A, Output: IntoResponse>,
    A: Arguments<S, V>,
    V: SatisfiedBy<C, I>,
{
}

impl<F, A, S, C, V, I> Decide<Returned<F::Output>, (V, I)> for AsyncFunction<F, A, S, C, Called>
where
    F: Callable<A>,
    A: Arguments<S, V>,
    V: SatisfiedBy<C, I>,
{
}

/// The async function `F`, which fits. `V` is how its arguments `A` are extracted.
pub struct Fit<F, A, S, V>(PhantomData<fn() -> (F, A, S, V)>);

impl<F, A, S, V> Default for Fit<F, A, S, V> {
    fn default() -> Self {
        Self(PhantomData)
    }
}

impl<F, A, S, V> Fit<F, A, S, V>
where
    S: Send + Sync + 'static,
    F: Callable<A, Output: IntoResponse, Future: Send>,
    A: Arguments<S, V> + 'static,
    V: 'static,
{
    /// Returns how the function is added.
    #[must_use]
    pub fn decide(&self) -> AsFunction<F, S> {
        AsFunction(Accepted, |state, function| function_target(state, function))
    }
}

/// The async function `F`, in an application with the state `S`.
pub struct AsFunction<F, S>(pub Accepted, fn(Arc<S>, F) -> Arc<dyn Target>);

// Without bounds, which rustc would prove again for each call.
impl<F, S> AsFunction<F, S> {
    /// Returns the function, which is known to fit.
    #[must_use]
    pub fn decide(self) -> Self {
        self
    }

    /// Adds the function, and returns the scope.
    pub fn add<C>(
        &self,
        app: &mut App<S>,
        item: usize,
        target: Declared<Scope<S, C>, F>,
        _: &Accepted,
    ) -> Scope<S, C> {
        let Declared(scope, function) = target;
        app.handler(item, (self.1)(Arc::clone(app.state()), function));
        scope
    }
}

opaque_debug! {
    AsyncFunction<F, A, S, C, L>,
    Fit<F, A, S, V>,
    AsFunction<F, S>,
}
