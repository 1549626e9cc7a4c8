//! The assembly of an application into an axum `Router`.

mod assemble;
mod border;
mod builder;
mod conflicts;
mod contents;
mod dispatch;
mod edge;
mod guard;
mod included;
mod merged_routes;
mod output;
mod part;
mod prefix_params;
mod scope_fallbacks;
mod status;

pub use self::{
    builder::{App, app},
    included::{
        Included, NotAPart, PartKind, SingleRequirement, TupleRequirement, Unresolved, included,
    },
    output::{AnyOutput, Output, RouterOutput, SingleOutput, TupleOutput, output},
    part::{Part, ProvidedPart},
};
