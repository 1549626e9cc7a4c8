//! Errors about a function under `#[handler]`.

use axum::response::IntoResponse;

/// A trait that is never implemented, as the bound of implementations that never apply.
///
/// With such an implementation, rustc prints a shorter message than for a trait without any: it
/// omits how the requirement arose.
pub trait Impossible {}

#[diagnostic::do_not_recommend]
impl<T: Impossible> LeavesTheBody for T {}
#[diagnostic::do_not_recommend]
impl<T: Impossible> IsExtractor for T {}
#[diagnostic::do_not_recommend]
impl<T: Impossible, S> IsExtractorFor<S> for T {}

/// An argument that does not take the body. Never implemented.
#[diagnostic::on_unimplemented(
    message = "`{Self}` takes the body and must be the last argument",
    label = "takes the body but is not the last argument",
    note = "the body can be taken once: move this argument to the end, if no other argument takes the body"
)]
pub trait LeavesTheBody {}

/// A `Provided<T>` whose `T` can be provided.
#[diagnostic::on_unimplemented(
    message = "`{T}` cannot be provided: it is not `Clone + Send + Sync + 'static`",
    label = "takes a clone of a `{T}`",
    note = "derive `Clone` for it, or provide an `Arc<{T}>`"
)]
pub trait CanBeProvided<T> {}

/// An argument that is an extractor. Never implemented.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an extractor",
    label = "cannot be extracted from a request",
    note = "an argument of a handler must be an extractor of axum, or `Provided<T>`",
    note = "`Path<T>`, `Query<T>`, `Form<T>` and `Json<T>` are extractors if `T` is `Deserialize`, and `Extension<T>` if `T` is `Clone`"
)]
pub trait IsExtractor {}

/// An argument that is an extractor for the state that the user named. Never implemented.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an extractor for the state `{S}`",
    label = "cannot be extracted with the state `{S}`",
    note = "an argument of a handler must be an extractor of axum, or `Provided<T>`",
    note = "`State<T>` is an extractor if `T` implements `FromRef<{S}>`"
)]
pub trait IsExtractorFor<S> {}

/// A type that a handler can return.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a response",
    label = "does not implement `IntoResponse`",
    note = "a handler can return text, bytes, a `StatusCode`, a `Json<T>` if `T` is `Serialize`, a `Response`, ...",
    note = "a `Result` is a response if both of its types are"
)]
pub trait IsHandlerResponse: IntoResponse {}

#[diagnostic::do_not_recommend]
impl<T: IntoResponse> IsHandlerResponse for T {}
