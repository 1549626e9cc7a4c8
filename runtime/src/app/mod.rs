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
mod merged;
mod merged_routes;
mod mounted;
mod output;
mod part;
mod path_arguments;
mod prefix_params;
mod scope_fallbacks;
mod state;
mod status;

pub use self::{
    builder::{App, app},
    included::{
        Included, NotAPart, PartKind, SingleRequirement, TupleRequirement, Unresolved, included,
    },
    merged::merged,
    mounted::mounted,
    output::{
        AnyOutput, Output, RouterOutput, SingleOutput, StatelessOutput, TupleOutput,
        UnprovidableOutput, output,
    },
    part::{Part, ProvidedPart},
    state::{SharedState, UnsharedState, declared_state},
};
