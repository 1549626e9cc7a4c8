//! The rules of the layers of tower-http that change a body.

use tower_http::{decompression::RequestDecompressionLayer, limit::RequestBodyLimitLayer};

use crate::builder::Order;

/// A few bytes decompress to many, so the decompressed body is the one to limit.
impl Order for RequestBodyLimitLayer {
    type Outside = ();
    type Inside = (RequestDecompressionLayer,);
}
