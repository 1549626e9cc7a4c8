//! The order rules of tower layers of well-known crates, each behind a feature.
//!
//! A rule between two layers is declared once. If one of them has type parameters, its impl has the rule, which then holds
//! for all its types. If both have, the impl names the other one with the types of its usual constructor.

#[cfg(feature = "tower-http-compression")]
mod compression;
#[cfg(feature = "tower-http")]
mod tower_http;
