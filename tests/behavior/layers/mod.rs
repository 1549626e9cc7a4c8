//! Tower layers in a list.

mod layer_errors;
mod tower_layers;
