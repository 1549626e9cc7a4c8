//! Parts: each is included as if its items were written in the place of the `include`.

mod alone;
mod conditions;
mod fallbacks;
mod lists;
mod methods;
mod order_rules;
mod ownership;
mod paths;
mod requirements;
mod together;
mod twins;
mod wrapper;
