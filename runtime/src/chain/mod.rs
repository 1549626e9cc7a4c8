//! What a request goes through: middleware, tower layers, and then its target.

mod adapter;
mod attempt;
mod boxed_chain;
mod boxing;
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
mod wrap;

pub(crate) use self::{
    adapter::ChainService,
    boxed_chain::BoxedChain,
    boxing::box_in_place,
    conditional::{SkippableLayer, SkippableMiddleware},
    layer_link::LayerLink,
    middleware_link::MiddlewareLink,
    service::ServiceTarget,
    target::{BoxFuture, Destination, Route},
    terminal::Terminal,
    wrap::{Wrap, wrap},
};
pub use self::{
    boxing::boxed,
    link::Chain,
    middleware::{Middleware, Provides},
    next::{Next, NextWith, is_next},
    run::Run,
    service::HttpService,
    target::Target,
};
