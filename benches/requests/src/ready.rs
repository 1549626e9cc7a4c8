//! Ready middleware, each as the only entry of a list, for a request that it lets pass. `https_redirect` needs another entry.

use axum::Router;
use concentric::{
    Cors, DebugErrors, ProxyHeaders, after_response, app, https_redirect, map_source,
    problem_details, proxy_headers, redirect_slashes, reject_cross_site, security_headers,
    trusted_hosts,
};
use http::{HeaderValue, StatusCode};
use tower_http::cors::{AllowHeaders, AllowMethods, CorsLayer};

use crate::{
    cases::{Case, hello},
    contenders::work,
};

/// The headers of a page of an allowed origin, behind a proxy.
const HEADERS: &[(&str, &str)] = &[
    ("origin", "http://localhost:8000"),
    ("x-forwarded-proto", "https"),
];

/// Declares an application for each entry, and the list of their cases.
macro_rules! entries {
    ($($name:ident $contender:literal [$($entry:tt)*])*) => {
        $(app! {
            fn $name() -> Router with [$($entry)*] {
                GET "/" => work::hello,
            }
        })*

        pub fn cases() -> Vec<Case> {
            let case = |contender, make: fn() -> Router| Case {
                group: "ready",
                contender,
                count: 1,
                expected: hello(),
                make: Box::new(move || work::with(make(), "/", HEADERS)),
            };
            vec![$(case($contender, $name)),*]
        }
    };
}

entries! {
    empty "app!" []
    cors "`Cors`" [Cors::origins(["http://localhost", "http://localhost:8000"]).credentials(true)]
    cors_layer "CorsLayer of tower-http" [
        CorsLayer::new()
            .allow_origin(["http://localhost", "http://localhost:8000"].map(HeaderValue::from_static))
            .allow_credentials(true)
            .allow_methods(AllowMethods::mirror_request())
            .allow_headers(AllowHeaders::mirror_request())
    ]
    hosts "trusted_hosts" [trusted_hosts(["localhost"])]
    proxy "proxy_headers" [proxy_headers(ProxyHeaders::XForwarded)]
    https "https_redirect" [proxy_headers(ProxyHeaders::XForwarded), https_redirect]
    cross_site "reject_cross_site" [reject_cross_site()]
    headers "security_headers" [security_headers()]
    slashes "redirect_slashes" [redirect_slashes(slashes::ROUTES)]
    after "after_response" [after_response()]
    problem "problem_details" [problem_details]
    status "map_source" [map_source::<std::io::Error>(StatusCode::SERVICE_UNAVAILABLE)]
    // The origins of all errors of this process are remembered from here on.
    debug "debug_errors" [DebugErrors::even_in_release(debug::ROUTES)]
}
