//! Applications of many frameworks that do the same, to be called in process and measured.

#![recursion_limit = "512"]

mod cases;
mod contenders;
mod errors;
mod extractors;
mod layers;
mod lists;
mod scopes;
mod subject;

use std::hint::black_box;

pub use crate::{
    cases::{Case, cases},
    subject::Subject,
};

/// Answers one of the requests that were made: the one function that callgrind collects.
#[inline(never)]
pub fn measured_call(subject: &mut dyn Subject) {
    black_box(subject).call();
}

/// What is made once, and the growth of what is kept.
pub fn warm_up(subject: &mut dyn Subject) {
    const CALLS: usize = 20;
    subject.prepare(CALLS);
    for _ in 0..CALLS {
        subject.call();
    }
}
