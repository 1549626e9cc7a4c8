//! The rules of the layers of tower-http that need no compression library.

use tower_http::{
    auth::AsyncRequireAuthorizationLayer,
    catch_panic::CatchPanicLayer,
    cors::CorsLayer,
    csrf::CsrfLayer,
    request_id::{MakeRequestUuid, PropagateRequestIdLayer, SetRequestIdLayer},
    sensitive_headers::{SetSensitiveRequestHeadersLayer, SetSensitiveResponseHeadersLayer},
    trace::{HttpMakeClassifier, TraceLayer},
    validate_request::ValidateRequestHeaderLayer,
};

use super::AnyCors;
use crate::builder::Order;
#[cfg(feature = "ready")]
use crate::ready::Cors;

/// A preflight request has no credentials, and a page may read a 401 only with the headers of CORS.
impl<T> Order for ValidateRequestHeaderLayer<T> {
    type Outside = ();
    type Inside = AnyCors;
}

/// As for a [`ValidateRequestHeaderLayer`].
impl<T> Order for AsyncRequireAuthorizationLayer<T> {
    type Outside = ();
    type Inside = AnyCors;
}

/// A page may read the 403 only with the headers of CORS.
impl<T> Order for CsrfLayer<T> {
    type Outside = ();
    type Inside = AnyCors;
}

/// Its 500 needs the headers of CORS and the id of the request, and must be logged.
impl<T> Order for CatchPanicLayer<T> {
    type Outside = ();
    #[cfg(feature = "ready")]
    type Inside = (
        Cors,
        CorsLayer,
        PropagateRequestIdLayer,
        TraceLayer<HttpMakeClassifier>,
    );
    #[cfg(not(feature = "ready"))]
    type Inside = (
        CorsLayer,
        PropagateRequestIdLayer,
        TraceLayer<HttpMakeClassifier>,
    );
}

/// Both of these read the id, so the request must have one.
impl<M> Order for SetRequestIdLayer<M> {
    type Outside = (PropagateRequestIdLayer, TraceLayer<HttpMakeClassifier>);
    type Inside = ();
}

/// It logs headers, so those with secrets must be marked, and the request must have its id.
impl<M, A, B, C, D, E, F> Order for TraceLayer<M, A, B, C, D, E, F> {
    type Outside = (SetSensitiveResponseHeadersLayer,);
    type Inside = (
        SetSensitiveRequestHeadersLayer,
        SetRequestIdLayer<MakeRequestUuid>,
    );
}
