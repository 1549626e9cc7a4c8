//! What is said about a function under `#[handler]`.

use axum::response::IntoResponse;

/// Never implemented. A trait that would be implemented with its help has a shorter message than one
/// without any implementation: rustc has less to say about how it came to ask.
pub trait Impossible {}

#[diagnostic::do_not_recommend]
impl<T: Impossible> LeavesTheBody for T {}
#[diagnostic::do_not_recommend]
impl<T: Impossible> IsExtractor for T {}
#[diagnostic::do_not_recommend]
impl<T: Impossible, S> IsExtractorFor<S> for T {}

/// The argument does not take the body. Never implemented.
#[diagnostic::on_unimplemented(
    message = "`{Self}` takes the body, which only the last argument of a handler may do",
    label = "takes the body, and is not the last argument",
    note = "the body can be taken once: move this argument to the end, where nothing else takes the body"
)]
pub trait LeavesTheBody {}

/// A `T` can be provided.
#[diagnostic::on_unimplemented(
    message = "`{T}` cannot be provided: it is not `Clone + Send + Sync + 'static`",
    label = "takes a clone of a `{T}`",
    note = "derive `Clone` for it, or provide an `Arc<{T}>`"
)]
pub trait CanBeProvided<T> {}

/// The argument is an extractor. Never implemented.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an extractor",
    label = "cannot be extracted from a request",
    note = "an argument of a handler must be an extractor of axum, or `Provided<T>`",
    note = "`Path<T>`, `Query<T>`, `Form<T>` and `Json<T>` are extractors where `T` is `Deserialize`; `Extension<T>` where `T` is `Clone`"
)]
pub trait IsExtractor {}

/// The argument is an extractor for the state that the user named. Never implemented.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an extractor for the state `{S}`",
    label = "cannot be extracted from a request, where the application's state is `{S}`",
    note = "an argument of a handler must be an extractor of axum, or `Provided<T>`",
    note = "`State<T>` is an extractor where `T` implements `FromRef<{S}>`"
)]
pub trait IsExtractorFor<S> {}

/// A handler can return the type.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a response",
    label = "does not implement `IntoResponse`",
    note = "a handler returns text, bytes, a `StatusCode`, a `Json<T>` of a `T` that is `Serialize`, a `Response`, ...",
    note = "a `Result` is a response where both of its types are"
)]
pub trait IsHandlerResponse {}

#[diagnostic::do_not_recommend]
impl<T: IntoResponse> IsHandlerResponse for T {}
