//! What handlers and middleware fail with.

pub use concentric::HttpError as ApiError;
