//! `provides`, which declares the types that a tower layer puts into the request's extensions.

use std::marker::PhantomData;

use super::{
    chain_builder::ChainBuilder,
    entries::SkippableEntry,
    entry::{AsProvidingLayer, Entry, EntryIf},
    fit::{FitLayer, Fitting},
    scope::Scope,
    token::{EntryToken, Token},
};
use crate::{
    context::{Conditional, Cons, Context, Nil, Provision, Types},
    debug::opaque_debug,
};

/// Declares that a tower layer puts a `T` into the request's extensions.
///
/// As an entry of a list, `provides::<Session>(layer)` provides a `Session` as a middleware with
/// `next: Next<Session>` does. [`Provided<Session>`](crate::Provided) compiles in the handlers and
/// middleware inside of it, and without the layer it is a compile error. The entry must not
/// have a condition without an `else`. `provides::<(A, B)>(layer)` declares two types, and up to eight are possible.
///
/// ```text
/// app! {
///     fn shop(state: Shop) -> Router with [provides::<Session>(SessionManagerLayer::new(store))] {
///         GET "/cart" => show_cart,       // async fn show_cart(session: Provided<Session>) -> ..
///     }
/// }
/// ```
///
/// `app!` treats the entry as the layer itself. `without [SessionManagerLayer]` excludes it, `ROUTES` has it
/// under the name `SessionManagerLayer`, and order rules and `requires(..)` name the layer's type.
///
/// [`app!`](crate::app!) fills in the type of the layer, and turns a single type into a tuple of one. Elsewhere, and
/// if you import the function under another name, write both: `provides::<(Session,), _>(layer)`.
///
/// # Errors
///
/// rustc cannot know what the layer does. If a request has no `T` in its extensions,
/// `Provided<T>` answers it with a 500 whose source names the type.
///
/// # Examples
///
/// ```
/// use axum::{Extension, Router};
/// use concentric::{Provided, app, provides};
///
/// #[derive(Clone)]
/// struct Theme(&'static str);
///
/// async fn index(theme: Provided<Theme>) -> String {
///     format!("The theme is {}.", theme.0.0)
/// }
///
/// app! {
///     fn site() -> Router with [provides::<Theme>(Extension(Theme("dark")))] {
///         GET "/" => index,
///     }
/// }
/// # let _ = site();
/// # assert!(site::ROUTES.missing("Extension").is_empty());
/// ```
pub fn provides<T: Provision, L>(layer: L) -> ProvidingLayer<T, L> {
    ProvidingLayer {
        layer,
        types: PhantomData,
    }
}

/// A tower layer that provides the types of the tuple `T`, as [`provides`] declares it.
#[must_use = "it has no effect outside of a list"]
pub struct ProvidingLayer<T, L> {
    layer: L,
    types: PhantomData<fn() -> T>,
}

impl<T, L: Clone> Clone for ProvidingLayer<T, L> {
    fn clone(&self) -> Self {
        Self {
            layer: self.layer.clone(),
            types: PhantomData,
        }
    }
}

/// An entry that is a tower layer with declared types.
///
/// `(&&entry).kind()` finds this trait before [`LayerKind`](super::entry::LayerKind).
pub trait ProvidingLayerKind {
    /// Returns how the entry is added.
    fn kind(&self) -> AsProvidingLayer {
        AsProvidingLayer
    }
}
impl<T, L> ProvidingLayerKind for &Entry<ProvidingLayer<T, L>> {}
impl<T, L> ProvidingLayerKind for &EntryIf<ProvidingLayer<T, L>> {}

/// An entry with or without a condition whose value is a [`ProvidingLayer`].
pub trait AnyProvidingLayer {
    /// The declared types, as a tuple.
    type Types;
    /// The type of the layer.
    type Layer;
    /// The declared types, with their condition.
    type Provided;
}
impl<T, L> AnyProvidingLayer for Entry<ProvidingLayer<T, L>> {
    type Types = T;
    type Layer = L;
    type Provided = T;
}
impl<T, L> AnyProvidingLayer for EntryIf<ProvidingLayer<T, L>> {
    type Types = T;
    type Layer = L;
    type Provided = Conditional<T>;
}

impl AsProvidingLayer {
    /// Prepares a list for the layer.
    pub fn onto<S, C, W>(self, stack: ChainBuilder<S, C, W>) -> WithProvidingLayer<S, C, W> {
        WithProvidingLayer(stack)
    }

    /// Returns the entry, to be checked against the list.
    #[must_use]
    pub fn fitting<E: AnyProvidingLayer, S, C, W>(
        &self,
        _: &E,
        _: &ChainBuilder<S, C, W>,
    ) -> Fitting<Self, E::Layer, E::Provided, S, C> {
        Fitting::default()
    }

    /// Returns the entry, to be checked where it is probed.
    #[must_use]
    pub fn probed<E: AnyProvidingLayer>(
        &self,
        _: &E,
    ) -> Fitting<Self, E::Layer, E::Provided, (), Context<Nil, Nil>> {
        Fitting::default()
    }

    /// Prepares the probing of the layer, with all bounds of a list, so that rustc infers the same
    /// types.
    #[must_use]
    pub fn probe(self) -> WithProvidingLayer<(), Context<Nil, Nil>, ()> {
        WithProvidingLayer(ChainBuilder::new())
    }

    /// Returns a token for the entry, which holds its kind and type.
    #[must_use]
    pub fn token<E: AnyProvidingLayer>(&self, _: &E) -> EntryToken<Self, E::Layer, E::Types> {
        EntryToken(PhantomData)
    }
}

/// A list whose next entry is a tower layer with declared types.
pub struct WithProvidingLayer<S, C, W>(ChainBuilder<S, C, W>);

/// The provided types inside the layer, where `P` are those outside of it.
type Inside<T, P> = <T as Types>::Onto<P>;

impl<S, P, N, W> WithProvidingLayer<S, Context<P, N>, W> {
    /// Adds the layer as the innermost entry.
    pub fn add<T: Types, L, F: FitLayer<L, T>>(
        self,
        entry: Entry<ProvidingLayer<T, L>>,
        fit: F,
    ) -> ChainBuilder<S, Context<F::Inner<P>, Cons<L, N>>, (W, F::Entry)> {
        self.0.push(fit.entry(entry.0.layer))
    }

    /// Adds an entry that routes can exclude by its number.
    pub fn add_excludable<T: Types, L, F: FitLayer<L, T>>(
        self,
        entry: Entry<ProvidingLayer<T, L>>,
        fit: F,
        number: usize,
    ) -> ChainBuilder<S, Context<F::Inner<P>, Cons<L, N>>, (W, SkippableEntry<F::Entry>)> {
        self.0.push(SkippableEntry {
            part: Some(fit.entry(entry.0.layer)),
            entry: Some(number),
        })
    }

    /// Adds an entry that has been reported, since it must not have a condition.
    pub fn add_if<T: Types, L, F: FitLayer<L, T>>(
        self,
        entry: EntryIf<ProvidingLayer<T, L>>,
        fit: F,
        number: Option<usize>,
    ) -> ChainBuilder<S, Context<F::Inner<P>, Cons<L, N>>, (W, SkippableEntry<F::Entry>)> {
        self.0.push(SkippableEntry {
            part: entry.0.map(|entry| fit.entry(entry.layer)),
            entry: number,
        })
    }
}

impl<L, X: Types> Token for EntryToken<AsProvidingLayer, L, X> {
    type Value = L;
    type Types = X;
    type Listed<N> = Cons<L, N>;
    type ListedIf<N> = Cons<Conditional<L>, N>;

    fn new() -> Self {
        Self(PhantomData)
    }
}

impl<L, X: Types> EntryToken<AsProvidingLayer, L, X> {
    /// Returns the scope inside this layer, whose declared types are `X`.
    #[must_use]
    pub fn inner<S, P, N>(
        &self,
        _: Scope<S, Context<P, N>>,
    ) -> Scope<S, Context<Inside<X, P>, Cons<L, N>>> {
        Scope::new()
    }
}

opaque_debug! {
    ProvidingLayer<T, L>,
    WithProvidingLayer<S, C, W>,
}
