//! Tower layers in a list.

mod cors_is_no_guard;
mod layer_errors;
mod layer_responses;
mod sessions;
mod tower_layers;
