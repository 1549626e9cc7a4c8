//! The error type of handlers and middleware.

pub use concentric::HttpError as ApiError;
