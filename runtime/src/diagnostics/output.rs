//! Errors about the value that a handler returns.

use super::claim::claims;

claims! {
    /// An error that is a response.
    #[diagnostic::on_unimplemented(
        message = "`{E}` is not a response",
        label = "returns a `Result` with the error `{E}`: write `Result<_, HttpError>`",
        note = "`?` converts each `std::error::Error` into an `HttpError` with the status 500"
    )]
    ErrorOutput: IsErrorResponse<E>;

    /// A value that may be missing.
    #[diagnostic::on_unimplemented(
        message = "`Option<{T}>` is not a response",
        label = "returns an `Option`: write `Result<{T}, HttpError>`",
        note = "`value.ok_or(HttpError::not_found(\"no such item\"))`"
    )]
    OptionOutput: IsOptionalResponse<T>;

    /// A trait object.
    #[diagnostic::on_unimplemented(
        message = "`{T}` is not a response",
        label = "returns a trait object: write `Response`",
        note = "`value.into_response()` returns a `Response`"
    )]
    BoxedOutput: IsBoxedResponse<T>;

    /// A status with a body.
    #[diagnostic::on_unimplemented(
        message = "`{T}` is not a response",
        label = "returns a number as the status: write `StatusCode`, as in `StatusCode::CREATED`"
    )]
    StatusOutput: IsStatusAndBody<T>;

    /// A value for JSON.
    #[diagnostic::on_unimplemented(
        message = "`{T}` is not a response",
        label = "returns `{T}`: write `Json<{T}>`"
    )]
    SerializeOutput: IsJson<T>;

    /// Any other value.
    #[diagnostic::on_unimplemented(
        message = "`{T}` is not a response",
        label = "returns `{T}`: derive `Serialize` for it and write `Json<{T}>`",
        note = "a response is text, bytes, a `StatusCode`, a `Json<T>`, or another type that implements `IntoResponse`"
    )]
    OtherOutput: IsResponse<T>;
}
