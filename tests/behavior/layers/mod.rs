//! Tower layers in a list.

mod layer_errors;
mod layer_responses;
mod sessions;
mod tower_layers;
