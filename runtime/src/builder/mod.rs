//! The building of lists: each entry is checked by type, and each list becomes one chain.

mod build;
mod chain_builder;
mod describe;
mod entries;
mod entry;
mod kinds;
mod order;
mod scope;

pub use self::{
    build::{AsBroken, AsWhole, BrokenKind, BuiltChain, WholeKind},
    chain_builder::ChainBuilder,
    describe::{
        Describe, KnownState, MiddlewareTypes, NoTypes, Probed, ProvidesTypes, UnknownState,
        known_state, probed, unknown,
    },
    entry::{
        AsLayer, AsMiddleware, Entry, EntryIf, FunctionForm, LayerKind, MiddlewareKind, ValueForm,
    },
    kinds::{ProbedMiddleware, TypeProbe},
    order::{FineVerdict, InsideVerdict, Order, OutsideVerdict, RepeatedVerdict, candidate},
    scope::{EntryToken, Scope, outermost},
};
