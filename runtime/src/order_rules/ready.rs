//! The rules of the middleware of the feature `ready`.

use super::AnyCors;
use crate::{
    builder::Order,
    map_source::MapSource,
    ready::{
        AfterResponseLayer, DebugErrors, RedirectSlashes, RejectCrossSite, TrustedHosts,
        https_redirect, problem_details, proxy_headers,
    },
};

/// A page may read the 403 only with the headers of CORS.
impl Order for RejectCrossSite {
    type Outside = ();
    type Inside = AnyCors;
}

/// A page may follow the redirect only with the headers of CORS.
impl Order for RedirectSlashes {
    type Outside = ();
    type Inside = AnyCors;
}

/// As for [`RedirectSlashes`].
impl Order for https_redirect {
    type Outside = ();
    type Inside = AnyCors;
}

/// The redirect leads to the host of the request, which must be a trusted one.
impl Order for TrustedHosts {
    type Outside = (https_redirect,);
    type Inside = ();
}

/// They read the scheme or the host, which must be those that the proxy states.
impl Order for proxy_headers {
    type Outside = (TrustedHosts, https_redirect, RejectCrossSite);
    type Inside = ();
}

/// The body repeats the status, so the status must be final.
impl Order for MapSource {
    type Outside = ();
    type Inside = (problem_details,);
}

/// The first would replace the page, and the second its status.
impl Order for DebugErrors {
    type Outside = (problem_details, MapSource);
    type Inside = ();
}

/// Its tasks start when the body of the response is dropped, which these replace.
impl Order for AfterResponseLayer {
    type Outside = (problem_details, DebugErrors, MapSource);
    type Inside = ();
}
