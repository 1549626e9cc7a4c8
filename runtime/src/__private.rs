//! The only thing that generated code may name. Nothing in here is covered by semantic versioning.

pub use axum::{
    Router,
    extract::Request,
    response::{IntoResponse, Response},
    routing::MethodFilter,
};
pub use std::{
    clone::Clone, fmt, future::Future, marker::PhantomData, option::Option, result::Result,
    string::String, sync::Arc, vec::Vec,
};
pub use tower::Layer;

pub use crate::{
    context::FromParts,
    endpoint::Endpoint,
    extract::{HeadArguments, extract},
    handler::handler,
    middleware::{Contract, Middleware, WithState},
    next::Next,
    router::{App, outermost},
    stack::{Entry, EntryIf, LayerKind, MiddlewareKind, Stack},
    tower::{HttpService, Layered},
};
