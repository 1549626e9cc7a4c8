//! The only thing that generated code may name. Nothing in here is covered by semantic versioning.

pub use axum::{Router, extract::Request, response::Response};
pub use std::{option::Option, string::String, sync::Arc, vec::Vec};
pub use tower::Layer;

pub use crate::{
    app::{App, app},
    as_layer::{MiddlewareLayer, MiddlewareService},
    builder::{
        AsBroken, AsLayer, AsMiddleware, AsWhole, BuiltChain, ChainBuilder, Describe, Entry,
        EntryIf, EntryToken, KnownState, Order, Probed, ProbedMiddleware, Scope, TypeProbe,
        UnknownState, candidate, known_state, outermost, probed, unknown,
    },
    chain::{Chain, HttpService, Middleware, Next, Provides, Target, boxed, is_next},
    codegen::{answers, never, respond},
    context::FromParts,
    extract::{HeadArguments, StateArgument, extracted},
    routes::{EntryTypes, ItemInfo, MiddlewareInfo, Placement, RouteInfo, RouteTable, StackInfo},
};

/// The traits that tell what an entry or a stack is. Each has a method, of which the first that fits
/// is taken.
pub mod kinds {
    pub use crate::builder::{
        BrokenKind, FineVerdict, FunctionForm, InsideVerdict, LayerKind, MiddlewareKind,
        MiddlewareTypes, NoTypes, OutsideVerdict, ProvidesTypes, RepeatedVerdict, ValueForm,
        WholeKind,
    };
}

/// The same for what a middleware returns.
pub mod answer_kinds {
    pub use crate::codegen::{AnyKind, ResponseKind};
}

/// What `#[handler]` asks.
pub mod checks {
    pub use crate::handler::{ByType, ForState, Generic, early, function, last, response};

    /// The traits that tell what is wrong, if anything is. Each has a method, of which the first
    /// that fits is taken.
    pub mod verdicts {
        pub use crate::handler::{
            BodyVerdict, FineVerdict, HandlerVerdict, NeverVerdict, OpenVerdict, OtherVerdict,
            ProvidedVerdict, StateVerdict,
        };
    }
}

/// What makes URLs.
pub mod urls {
    pub use crate::urls::{rest, segment};
}
