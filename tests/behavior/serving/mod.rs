//! `concentric::serve`, and what happens when a client disconnects.

mod cancellation;
mod serve;
