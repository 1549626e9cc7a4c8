//! The only thing that generated code may name. Nothing in here is covered by semantic versioning.

pub use axum::{extract::Request, response::Response, routing::MethodFilter};
pub use std::{option::Option, string::String, sync::Arc, vec::Vec};
pub use tower::Layer;

pub use crate::{
    context::FromParts,
    endpoint::{Endpoint, Target},
    extract::HeadArguments,
    future::{boxed, respond, with_arguments},
    middleware::{Contract, Middleware, WithState},
    next::Next,
    parts::{AsBroken, AsWhole, BrokenKind, List, WholeKind},
    router::{App, Place, app, outermost},
    stack::{AsLayer, AsMiddleware, Entry, EntryIf, LayerKind, MiddlewareKind, Stack},
    tower::{HttpService, Layered},
};
