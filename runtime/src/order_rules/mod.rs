//! The order rules of ready middleware, and of tower layers of well-known crates. Each is behind the feature of its type.
//!
//! A rule between two entries is declared once. If one of them has type parameters, its impl has the rule, which then holds
//! for all its types. If both have, the impl names the other one with the types of its usual constructor.

#[cfg(feature = "tower-http-compression")]
mod compression;
#[cfg(feature = "tower-http")]
mod layers;
#[cfg(feature = "ready")]
mod ready;

#[cfg(feature = "ready")]
use crate::ready::Cors;
#[cfg(feature = "tower-http")]
use tower_http::cors::CorsLayer;

/// The entries that answer CORS, as a tuple.
#[cfg(all(feature = "ready", feature = "tower-http"))]
type AnyCors = (Cors, CorsLayer);
#[cfg(not(feature = "tower-http"))]
type AnyCors = (Cors,);
#[cfg(not(feature = "ready"))]
type AnyCors = (CorsLayer,);
