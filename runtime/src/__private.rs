//! The items that generated code names. Semantic versioning does not cover this module.

pub use axum::{Router, extract::Request, response::Response};
pub use std::{convert::From, option::Option, string::String, sync::Arc, vec::Vec};
pub use tower::Layer;

pub use crate::{
    __pass as pass,
    app::{App, Included, Output, app, included, output},
    as_layer::{MiddlewareLayer, MiddlewareService},
    builder::{
        AsBroken, AsLayer, AsMiddleware, AsWhole, BuiltChain, ChainBuilder, DependsOn, Describe,
        Entry, EntryIf, EntryToken, Equals, Hole, KnownState, Order, Probed, ProbedMiddleware,
        RuleProbe, Rules, Scope, TypeProbe, UnknownState, candidate, known_state, probed,
        remaining, rule_probe, unknown,
    },
    chain::{Chain, Choice, HttpService, Middleware, Next, Provides, Target, Terminal, boxed},
    codegen::{answers, never, respond},
    context::FromParts,
    diagnostics::{Accepted, ConcentricNext, HasOuter, Outcome, ProvidesTheSame, StillHasOuter},
    editor::keywords,
    extract::{HeadArguments, StateArgument, extracted},
    routes::{
        AppModule, Arranged, EntryInfo, EntryTypes, IncludedPart, Includes, Inclusion, ItemInfo,
        ListOwner, Piece, RouteInfo, RouteTable, Size, StackInfo, arrange, check, inclusions,
        rebase, text,
    },
    target::Declared,
};

/// The traits that choose how an entry or a list is handled. Their methods share a name, and method
/// resolution takes the first that fits.
pub mod kinds {
    pub use crate::app::{
        AnyOutput, NotAPart, PartKind, RouterOutput, SingleOutput, SingleRequirement, TupleOutput,
        TupleRequirement, Unresolved,
    };
    pub use crate::builder::{
        BrokenKind, DemandVerdict, Demanding, EqualKind, FineVerdict, FunctionForm, InsideVerdict,
        LayerKind, LayerTypes, MiddlewareKind, MiddlewareTypes, NoDemands, NoTypes, Ordered,
        OutsideVerdict, ProvidesTypes, ProvidingLayerKind, RemainingDemands, RepeatedVerdict,
        TwoKind, TwoMiddlewareKind, Undemanding, UnequalKind, Unordered, ValueForm, WholeKind,
    };
}

/// The traits that choose how the return value of a middleware becomes a response.
pub mod answer_kinds {
    pub use crate::codegen::{AnyKind, ResponseKind};
}

/// The checks that `#[handler]` generates.
pub mod checks {
    pub use crate::handler::{ByType, ForState, Generic, early, function, last, response};

    /// The traits that report what is wrong with an argument, if anything is. Their methods share a
    /// name, and method resolution takes the first that fits.
    pub mod verdicts {
        pub use crate::handler::{
            BodyVerdict, FineVerdict, HandlerVerdict, NeverVerdict, OpenVerdict, OtherVerdict,
            ProvidedVerdict, StateVerdict,
        };
    }
}

/// The traits that choose how a target is bound. Method resolution takes the first that fits.
pub mod target_kinds {
    pub use crate::target::{AnyKind, Decide, FunctionKind};
}

/// The functions that build URLs.
pub mod urls {
    pub use crate::urls::{rest, root, segment};
}
