//! The building of lists: each entry is checked by type, and each list becomes one chain.

mod build;
mod chain_builder;
mod choice;
mod choice_entry;
mod demand;
mod depends_on;
mod describe;
mod entries;
mod entry;
mod fit;
mod kinds;
mod layer_rules;
mod not_a_layer;
mod order;
mod providing_layer;
mod rules;
mod scope;
mod token;

pub use self::{
    build::{AsBroken, AsWhole, BrokenKind, BuiltChain, WholeKind},
    chain_builder::ChainBuilder,
    choice::{EqualKind, TwoKind, TwoMiddlewareKind, UnequalKind},
    demand::{NoDemands, RemainingDemands, SatisfiedEntry, UnsatisfiedMiddleware, remaining},
    depends_on::{DependsOn, Equals, Hole},
    describe::{
        Describe, KnownState, LayerTypes, MiddlewareTypes, NoTypes, Probed, ProvidesTypes,
        UnknownState, known_state, listed, probed, unknown,
    },
    entry::{
        AsLayer, AsMiddleware, Entry, EntryIf, FunctionForm, LayerKind, MiddlewareKind, ValueForm,
    },
    kinds::{ProbedMiddleware, TypeProbe},
    order::{Order, candidate},
    providing_layer::{ProvidingLayer, ProvidingLayerKind, provides},
    rules::{Demanding, Ordered, RuleProbe, Rules, Undemanding, Unordered, rule_probe},
    scope::Scope,
    token::EntryToken,
};
pub(crate) use self::{demand::PartDemands, rules::EntryRules};

pub(crate) use self::entry::Probe;
