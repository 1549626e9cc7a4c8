//! Tower layers in a list.

mod layer_errors;
mod sessions;
mod tower_layers;
