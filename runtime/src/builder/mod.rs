//! Builds the lists of an application, entry by entry.

mod build;
mod describe;
mod entries;
mod entry;
mod kinds;
mod order;
mod place;
mod stack;

pub use self::{
    build::{AsBroken, AsWhole, BrokenKind, List, WholeKind},
    describe::{
        ContractTypes, Describe, KnownState, Made, MiddlewareTypes, NoTypes, UnknownState,
        known_state, made, unknown,
    },
    entry::{AsLayer, AsMiddleware, Entry, EntryIf, LayerKind, MiddlewareKind},
    kinds::{Sketch, Sketched},
    order::{FineVerdict, InsideVerdict, Order, OutsideVerdict, RepeatedVerdict, candidate},
    place::{Passed, Place, outermost},
    stack::Stack,
};
