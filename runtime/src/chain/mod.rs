//! The links that a request passes: middleware, tower layers, and the target at the end.
//!
//! A chain is one nested type, and its links call each other without a box. Futures that every link
//! adds are written by hand instead of as `async` blocks. rustc computes the layout of nested
//! futures recursively and to a limited depth. An `async` block takes four steps of that depth, and
//! a hand-written future takes one.

mod adapter;
mod attempt;
mod boxed_chain;
mod boxing;
mod choice;
mod conditional;
mod layer_link;
mod link;
mod middleware;
mod middleware_link;
mod next;
mod run;
mod service;
mod target;
mod terminal;
mod wrap_layer;

pub(crate) use self::{
    adapter::ChainService,
    boxed_chain::BoxedChain,
    boxing::box_in_place,
    conditional::{SkippableChain, SkippableMiddleware},
    layer_link::LayerLink,
    middleware_link::MiddlewareLink,
    service::ServiceTarget,
    target::{BoxFuture, Destination, Route},
    wrap_layer::{Wrap, wrap_layer},
};
pub use self::{
    boxing::boxed,
    choice::Choice,
    link::Chain,
    middleware::{Middleware, Provides},
    next::{Next, NextWith},
    run::Run,
    service::HttpService,
    target::Target,
    terminal::Terminal,
};
