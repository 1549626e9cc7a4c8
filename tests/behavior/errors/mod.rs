//! Errors on their way from a handler to the client.

mod error_handling;
mod try_run;
