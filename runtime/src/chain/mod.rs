//! What a request goes through: middleware, tower layers, and then its target.

mod adapter;
mod attempt;
mod boxed_chain;
mod boxing;
mod conditional;
mod endpoint;
mod layer_link;
mod middleware;
mod middleware_link;
mod next;
mod run;
mod service;
mod terminal;
mod wrap;

pub(crate) use self::{
    adapter::ChainService,
    boxed_chain::BoxedChain,
    boxing::box_in_place,
    conditional::{SkippableLayer, SkippableMiddleware},
    endpoint::{BoxFuture, Destination, Route},
    layer_link::LayerLink,
    middleware_link::MiddlewareLink,
    service::ServiceTarget,
    terminal::Terminal,
    wrap::{Wrap, wrap},
};
pub use self::{
    boxing::boxed,
    endpoint::{Endpoint, Target},
    middleware::{Contract, Middleware},
    next::{Next, Providing, is_next},
    run::Run,
    service::HttpService,
};
