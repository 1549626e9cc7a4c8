//! Explains why the value that a handler returns is not a response.

use std::marker::PhantomData;

use axum::response::IntoResponse;
use serde::Serialize;

use super::decide::{Decide, levels};
use crate::{
    debug::opaque_debug,
    diagnostics::{
        BoxedOutput, ErrorOutput, Found, OptionOutput, OtherOutput, SerializeOutput, StatusOutput,
    },
};

/// A returned value of the type `T`, which is not a response.
pub struct Returned<T, L = Wrapper>(pub(crate) PhantomData<fn() -> (T, L)>);

levels!(Returned<T>: Wrapper Failure Data Other);

// No type fits two impls of one level.

impl<T: IntoResponse, E> Decide<Found<ErrorOutput, (E,)>, ()> for Returned<Result<T, E>, Wrapper> {}
impl<T> Decide<Found<OptionOutput, (T,)>, ()> for Returned<Option<T>, Wrapper> {}
impl<T: ?Sized> Decide<Found<BoxedOutput, (Box<T>,)>, ()> for Returned<Box<T>, Wrapper> {}
impl<T> Decide<Found<StatusOutput, ((u16, T),)>, ()> for Returned<(u16, T), Wrapper> {}

impl<T: Serialize, E: IntoResponse> Decide<Found<SerializeOutput, (T,)>, ()>
    for Returned<Result<T, E>, Failure>
{
}

impl<T: Serialize> Decide<Found<SerializeOutput, (T,)>, ()> for Returned<T, Data> {}

impl<T> Decide<Found<OtherOutput, (T,)>, ()> for Returned<T, Other> {}

opaque_debug! {
    Returned<T, L>,
}
