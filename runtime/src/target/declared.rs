//! `Declared`, a target as the application declares it.

use std::{marker::PhantomData, sync::Arc};

use crate::{app::App, builder::Scope, chain::Target, debug::opaque_debug, diagnostics::Fine};

/// The expression after `=>`, of the type `T`, in the scope `C` of an application with the state `S`.
///
/// If it is a function, `A` are its arguments, `V` is how they are extracted, and `I` where their types are provided.
pub struct Declared<'a, S, C, T, A, V, I> {
    pub(super) app: &'a App<S>,
    /// The number of the item.
    pub(super) item: usize,
    pub(super) target: T,
    types: PhantomData<fn() -> (C, A, V, I)>,
}

impl<S> App<S> {
    /// Declares a target, which `add_target` and `decide` add.
    pub fn declare<C, T, A, V, I>(
        &self,
        _: Scope<S, C>,
        item: usize,
        target: T,
    ) -> Declared<'_, S, C, T, A, V, I> {
        Declared {
            app: self,
            item,
            target,
            types: PhantomData,
        }
    }
}

/// A target of the type `T` that is not added yet, in an application with the state `S`.
pub struct Pending<'a, T, S> {
    pub(super) app: &'a App<S>,
    pub(super) item: usize,
    pub(super) target: &'a T,
}

impl<T, S> Pending<'_, T, S> {
    /// Returns a clone of the state.
    pub(super) fn state(&self) -> S
    where
        S: Clone,
    {
        S::clone(self.app.state())
    }

    /// Adds what is made of the target.
    pub(super) fn add(&self, target: Arc<dyn Target>) -> Fine {
        self.app.handler(self.item, target);
        Fine::default()
    }
}

opaque_debug! {
    Declared<'a, S, C, T, A, V, I>,
    Pending<'a, T, S>,
}
