//! The check that a type can be the state of an application.

use std::marker::PhantomData;

use crate::{
    debug::opaque_debug,
    diagnostics::{Accepted, AppState, Found},
    probe::InvalidState,
};

/// The state of an application, to be checked.
pub struct DeclaredState<S>(PhantomData<fn() -> S>);

/// Returns a marker for the state of an application.
#[must_use]
pub fn declared_state<S>(_: &S) -> DeclaredState<S> {
    DeclaredState(PhantomData)
}

/// A type that can be the state.
///
/// `(&&state).checked()` finds this trait before [`UnsharedState`].
pub trait SharedState {
    /// Returns how the state is taken.
    fn checked(&self) -> TakeState {
        TakeState(Accepted)
    }
}
impl<S: Clone + Send + Sync + 'static> SharedState for &DeclaredState<S> {}

/// Any other type.
pub trait UnsharedState {
    /// Returns the mistake.
    fn checked(&self) -> Found<AppState, ((),)> {
        Found::default()
    }
}
impl<S> UnsharedState for DeclaredState<S> {}

/// Takes a state that has been checked.
#[derive(Debug)]
pub struct TakeState(pub Accepted);

impl TakeState {
    /// Reports nothing.
    pub fn report(&self, _: &Accepted) {}

    /// Returns a clone of the state.
    pub fn take<S: Clone>(&self, state: &S) -> S {
        state.clone()
    }
}

impl<T> Found<AppState, T> {
    /// Returns a stand-in for the state, for which no handler is reported.
    #[must_use]
    pub fn take<S>(&self, _: &S) -> InvalidState {
        InvalidState
    }
}

opaque_debug! {
    DeclaredState<S>,
}
