//! What a request goes through: middleware, tower layers, and then its target.

mod adapter;
mod attempt;
mod boxed;
mod conditional;
mod cut;
mod endpoint;
mod layer;
mod middleware;
mod next;
mod ring;
mod run;
mod service;
mod terminal;
mod wrap;

pub(crate) use self::{
    adapter::Inward,
    boxed::placed,
    conditional::{SkippableLayer, SkippableRing},
    cut::Cut,
    endpoint::{BoxFuture, Destination, Route},
    layer::TowerRing,
    ring::Ring,
    service::ServiceTarget,
    terminal::Core,
    wrap::{Wrap, wrap},
};
pub use self::{
    boxed::boxed,
    endpoint::{Endpoint, Target},
    middleware::{Contract, Middleware},
    next::{Next, Providing, is_next},
    run::Run,
    service::HttpService,
};
