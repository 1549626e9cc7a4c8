//! The rules of a tower layer with declared types, which are those of the layer itself.

use super::{
    entry::AsProvidingLayer,
    order::{First, Intersects, List, ProvidedIn, Repeated, Suspicious},
    providing_layer::ProvidingLayer,
};
use crate::context::{Context, Types};

impl<T, L, P, N, I> Suspicious<Context<P, N>, (Repeated, (), I)> for ProvidingLayer<T, L>
where
    T: Types,
    List<T>: Intersects<P, I>,
{
    type Search = First<ProvidedIn<P>, List<T>>;
}

impl<T, L, C, R, I> Suspicious<C, (R, AsProvidingLayer, I)> for ProvidingLayer<T, L>
where
    L: Suspicious<C, (R, (), I)>,
{
    type Search = L::Search;
}
