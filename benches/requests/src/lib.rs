//! Equivalent applications of several frameworks, called in process and measured.

#![recursion_limit = "512"]

mod cases;
mod contenders;
mod errors;
mod extractors;
mod guard;
mod layers;
mod lists;
mod parts;
mod ready;
mod scopes;
mod subject;

use std::hint::black_box;

pub use crate::{
    cases::{Case, cases},
    subject::Subject,
};

/// Answers one of the prepared requests. callgrind measures only this function.
#[inline(never)]
pub fn measured_call(subject: &mut dyn Subject) {
    black_box(subject).call();
}

/// Answers some requests, so that one-time setup and growing buffers are not measured.
pub fn warm_up(subject: &mut dyn Subject) {
    const CALLS: usize = 20;
    subject.prepare(CALLS);
    for _ in 0..CALLS {
        subject.call();
    }
}
