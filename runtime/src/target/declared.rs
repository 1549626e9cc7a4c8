//! `Declared`, a target as the application declares it.

use std::{cell::Cell, marker::PhantomData, sync::Arc};

use crate::{app::App, builder::Scope, chain::Target, debug::opaque_debug, diagnostics::Fine};

/// The expression after `=>`, of the type `T`, in the scope `C` of an application with the state `S`.
///
/// If it is a function, `A` are its arguments, `V` is how they are extracted, and `I` where their types are provided.
pub struct Declared<'a, S, C, T, A, V, I>(pub(super) Pending<'a, T, S>, Types<C, A, V, I>);

type Types<C, A, V, I> = PhantomData<fn() -> (C, A, V, I)>;

impl<S> App<S> {
    /// Declares a target, which `add` adds.
    pub fn declare<C, T, A, V, I>(
        &mut self,
        _: Scope<S, C>,
        item: usize,
        target: T,
    ) -> Declared<'_, S, C, T, A, V, I> {
        let pending = Pending(Cell::new(Some((self, item, target))));
        Declared(pending, PhantomData)
    }
}

/// A target of the type `T` that is not added yet: the application with the state `S`, the number of the item, and the
/// target.
///
/// It is taken out of a shared reference, since levels dereference to the next one.
pub struct Pending<'a, T, S>(Cell<Option<(&'a mut App<S>, usize, T)>>);

impl<T, S> Pending<'_, T, S> {
    /// Takes the target.
    pub(super) fn take(&self) -> Self {
        Self(Cell::new(self.0.take()))
    }

    /// Adds the target, which `convert` makes with the state of the application.
    pub(super) fn add(&self, convert: impl FnOnce(&Arc<S>, T) -> Arc<dyn Target>) -> Fine {
        if let Some((app, item, target)) = self.0.take() {
            let target = convert(app.state(), target);
            app.handler(item, target);
        }
        Fine::default()
    }
}

opaque_debug! {
    Declared<'a, S, C, T, A, V, I>,
    Pending<'a, T, S>,
}
