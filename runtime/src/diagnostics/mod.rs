//! The traits that exist for their message alone.
//!
//! Each is a claim about a type, and is named for it. Where the claim does not hold, rustc prints the
//! message that stands here. The implementation is where the type is that the claim is about; a trait
//! that is never implemented is asked for only once a mistake has been found.

mod app;
mod handler;
mod list;
mod middleware;

pub(crate) use self::{
    app::IsAppState,
    handler::{CanBeProvided, IsExtractor, IsExtractorFor, IsHandlerResponse, LeavesTheBody},
    list::{
        IsLayer, IsProvidedOnce, ProvidesNothing, StandsInside, StandsOutside, StillSatisfiedBy,
    },
    middleware::{HasNothingToProvide, IsMiddlewareResponse, IsNext, IsProvidable},
};
