//! Errors on their way from a handler to the client.

mod changed_errors;
mod complete_responses;
mod conversions;
mod error_handling;
mod grpc;
mod inner_layers;
mod logging;
mod own_error_type;
mod panics;
mod problem_details;
mod rejections;
mod sources;
mod try_run;
