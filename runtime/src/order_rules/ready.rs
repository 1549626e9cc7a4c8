//! The rules of the middleware of the feature `ready`.

use super::AnyCors;
use crate::{
    builder::Order,
    map_source::MapSource,
    ready::{DebugErrors, HttpsRedirect, RejectCrossSite, TrustedHosts, problem_details},
};

/// A page may read the 403 only with the headers of CORS.
impl Order for RejectCrossSite {
    type Outside = ();
    type Inside = AnyCors;
}

/// The redirect leads to the host of the request, which must be a trusted one.
impl Order for HttpsRedirect {
    type Outside = ();
    type Inside = (TrustedHosts,);
}

/// The body repeats the status, so the status must be final.
impl Order for MapSource {
    type Outside = ();
    type Inside = (problem_details,);
}

/// The page would be replaced.
impl Order for DebugErrors {
    type Outside = (problem_details,);
    type Inside = ();
}
