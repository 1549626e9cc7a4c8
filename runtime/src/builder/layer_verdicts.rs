//! The verdicts on a tower layer with declared types, which check the layer itself.

use super::{
    demand::DemandVerdict,
    depends_on::{DependsOn, RequiredTypes},
    order::{
        Candidate, InsideVerdict, Intersects, List, Order, OutsideVerdict, RepeatedVerdict,
        RequiresOuter,
    },
    providing_layer::ProvidingLayer,
};
use crate::context::{Context, Types};

impl<T, L, P, N, I, X> RepeatedVerdict<X, I>
    for &&&&Candidate<ProvidingLayer<T, L>, Context<P, N>, I>
where
    T: Types,
    List<T>: Intersects<P, I, Found = X>,
{
}

impl<T, L, P, N, I, U> OutsideVerdict<L, U, I>
    for &&&Candidate<ProvidingLayer<T, L>, Context<P, N>, I>
where
    L: Order,
    List<L::Outside>: Intersects<N, I, Found = U>,
{
}

impl<T, L, P, N, I, X> InsideVerdict<X, L, I>
    for &&Candidate<ProvidingLayer<T, L>, Context<P, N>, I>
where
    N: RequiresOuter<L, I, Found = X>,
{
}

impl<T, L, P, N, D, X> DemandVerdict<L, N, D, X>
    for &Candidate<ProvidingLayer<T, L>, Context<P, N>, (D, X)>
where
    D: RequiredTypes,
    L: DependsOn<D, X>,
{
}
