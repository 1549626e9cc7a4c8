//! The traits that exist for their error messages alone.
//!
//! Each trait is named for a claim about a type. If the claim is false, rustc prints the message of
//! the trait. A trait that is never implemented is required only once a mistake is found.
//! Implementations are here or beside the type that the claim is about.

mod app;
mod handler;
mod list;
mod middleware;
mod target;

pub(crate) use self::{
    app::{IsAppOutput, IsAppState, IsPart, IsWholeApp},
    handler::{CanBeProvided, IsExtractor, IsExtractorFor, IsHandlerResponse, LeavesTheBody},
    list::{
        Comparison, IsLayer, IsProvidedOnce, ProvidesNothing, StandsInside, StandsOutside,
        StillSatisfiedBy,
    },
    middleware::{HasNothingToProvide, IsMiddlewareResponse, IsProvidable},
    target::{
        HasState, IsAsync, IsNotAFuture, IsNotALayer, IsNotAMiddleware, IsNotAPart, IsNotARouter,
        IsResult, IsServiceError, IsServiceResponse, IsSharedFunction, IsSharedResponse,
        IsSharedService, IsTarget, ReturnsNoRouter,
    },
};
pub use self::{
    list::{Accepted, HasOuter, Outcome, ProvidesTheSame, StillHasOuter},
    middleware::ConcentricNext,
};
