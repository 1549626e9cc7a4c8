//! The items that generated code names. Semantic versioning does not cover this module.

pub use axum::{Router, extract::Request, response::Response};
pub use std::{convert::From, option::Option, string::String, sync::Arc, vec::Vec};
pub use tower::Layer;

pub use crate::{
    __pass as pass,
    app::{App, Included, Output, app, declared_state, included, merged, mounted, output},
    as_layer::{MiddlewareLayer, MiddlewareService, stateless},
    builder::{
        AsBroken, AsLayer, AsMiddleware, AsWhole, BuiltChain, ChainBuilder, DependsOn, Describe,
        Entry, EntryIf, EntryToken, Equals, Hole, KnownState, Order, Probed, ProbedMiddleware,
        RuleProbe, Rules, Scope, TypeProbe, UnknownState, candidate, known_state, listed, probed,
        remaining, rule_probe, unknown,
    },
    chain::{Chain, Choice, HttpService, Middleware, Next, Provides, Target, Terminal, boxed},
    codegen::{Shown, answers, never, respond},
    context::FromParts,
    diagnostics::{AroundThePart, ConcentricNext, Impossible},
    editor::keywords,
    extract::{HeadArguments, StateArgument, extracted},
    probe::HasArguments,
    routes::{
        AppModule, DeclaredRows, EntryInfo, EntryTypes, HasPieces, IncludedPart, Includes,
        ListOwner, Piece, RouteInfo, RouteKind, RouteTable, Size, StackInfo, TableRows, check,
        declared_rows, evaluate,
    },
};

/// The traits that choose how an entry or a list is handled. Their methods share a name, and method
/// resolution takes the first that fits.
pub mod kinds {
    pub use crate::app::{
        AnyOutput as _, NotAPart as _, PartKind as _, RouterOutput as _, SharedState as _,
        SingleOutput as _, SingleRequirement as _, StatelessOutput as _, TupleOutput as _,
        TupleRequirement as _, UnprovidableOutput as _, Unresolved as _, UnsharedState as _,
    };
    pub use crate::builder::{
        BrokenKind as _, Demanding as _, EqualKind as _, FunctionForm as _, LayerKind as _,
        LayerTypes as _, MiddlewareKind as _, MiddlewareTypes as _, NoDemands as _, NoTypes as _,
        Ordered as _, ProvidesTypes as _, ProvidingLayerKind as _, RemainingDemands as _,
        SatisfiedEntry as _, TwoKind as _, TwoMiddlewareKind as _, Undemanding as _,
        UnequalKind as _, Unordered as _, UnsatisfiedMiddleware as _, ValueForm as _,
        WholeKind as _,
    };
    pub use crate::probe::Decide as _;
    pub use crate::target::{AnyKind as _, FunctionKind as _};
}

/// The traits that choose how the return value of a middleware becomes a response.
pub mod answer_kinds {
    pub use crate::codegen::{AnyKind as _, BrokenKind as _};
    pub use crate::probe::Decide as _;
}

/// The traits that choose how the `Debug` of a middleware shows a config.
pub mod shown_kinds {
    pub use crate::codegen::{DebugConfig as _, OpaqueConfig as _};
}

/// The checks that `#[handler]` generates.
pub mod checks {
    pub use crate::handler::{ByType, ForState, Generic, early, function, last, response};

    /// The traits that report what is wrong with an argument, if anything is. Their methods share a
    /// name, and method resolution takes the first that fits.
    pub mod verdicts {
        pub use crate::handler::{
            BodyVerdict as _, FineVerdict as _, HandlerOutput as _, NeverVerdict as _,
            OpenVerdict as _, ProvidedVerdict as _, StateVerdict as _, UnknownOutput as _,
        };
        pub use crate::probe::Decide as _;
    }
}

/// The functions that build the URLs of routes.
pub mod urls {
    pub use crate::urls::{url, url0, url1, url2, url3};
}
