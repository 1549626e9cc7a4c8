//! A request in hand: on its way from a future to the one that it starts.

use std::{cell::Cell, mem::ManuallyDrop};

use axum::extract::Request;

thread_local! {
    /// It is taken within the call of `poll` in which it is put here, and nothing else runs in
    /// between. It is not dropped here, so that a thread may poll to its very end.
    static HAND: Cell<Option<ManuallyDrop<Request>>> = const { Cell::new(None) };
}

/// Hands a request to the future that is polled next, for the first time.
#[inline]
pub(crate) fn put(req: &mut Option<Request>) {
    HAND.set(req.take().map(ManuallyDrop::new));
}

/// The request that this future has been hand_off.
#[inline]
pub(crate) fn take() -> Request {
    match HAND.take() {
        Some(req) => ManuallyDrop::into_inner(req),
        None => unreachable!("a future that takes a request is polled with one in hand"),
    }
}
