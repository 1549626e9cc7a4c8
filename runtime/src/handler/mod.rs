//! Handlers: any `async fn` of extractors, without an annotation.

mod callable;
mod check;
mod target;

pub use self::check::{
    BodyVerdict, ByType, FineVerdict, ForState, Generic, HandlerVerdict, NeverVerdict, OpenVerdict,
    OtherVerdict, ProvidedVerdict, StateVerdict, early, function, last, response,
};
