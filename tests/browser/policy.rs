//! What the developer of a server allows, as data, and as either CORS middleware.

use concentric::Cors;
use http::{HeaderName, HeaderValue, Method};
use tower_http::cors::{AllowHeaders, AllowMethods, AllowOrigin, CorsLayer, ExposeHeaders};

use crate::pages::ALLOWED;

/// The methods of `any_method`.
const METHODS: [&str; 7] = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"];

/// The CORS middleware of a server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Middleware {
    Cors,
    CorsLayer,
}

/// The options of a CORS middleware. A `*` allows or exposes everything.
#[derive(Debug)]
pub(crate) struct Policy {
    pub(crate) origins: &'static [&'static str],
    pub(crate) credentials: bool,
    pub(crate) methods: &'static [&'static str],
    pub(crate) headers: &'static [&'static str],
    pub(crate) exposed: &'static [&'static str],
}

/// The policy of the quickstart.
pub(crate) const QUICKSTART: Policy = Policy {
    origins: &ALLOWED,
    credentials: true,
    methods: &["*"],
    headers: &["*"],
    exposed: &[],
};

pub(crate) const POLICIES: [Policy; 4] = [
    QUICKSTART,
    // A few of everything.
    Policy {
        origins: &ALLOWED,
        credentials: true,
        methods: &["GET", "PUT", "REPORT"],
        headers: &["Content-Type", "X-Own"],
        exposed: &["X-Total-Count", "Allow"],
    },
    // A public API.
    Policy {
        origins: &["*"],
        credentials: false,
        methods: &["GET", "HEAD", "POST", "DELETE"],
        headers: &["Content-Type", "Authorization"],
        exposed: &["*"],
    },
    // Every page acts for its user.
    Policy {
        origins: &["*"],
        credentials: true,
        methods: &["*"],
        headers: &["*"],
        exposed: &["X-Total-Count"],
    },
];

/// Returns whether a list has a name or a `*`.
pub(crate) fn has(list: &[&str], name: &str) -> bool {
    list.iter()
        .any(|&other| other == "*" || other.eq_ignore_ascii_case(name))
}

impl Policy {
    /// Names of methods are case-sensitive.
    pub(crate) fn methods(&self) -> &[&str] {
        if self.methods == ["*"] {
            &METHODS
        } else {
            self.methods
        }
    }

    pub(crate) fn cors(&self) -> Cors {
        let cors = Cors::origins(self.origins)
            .credentials(self.credentials)
            .headers(self.headers)
            .expose(self.exposed);
        if self.methods == ["*"] {
            cors.any_method()
        } else {
            cors.methods(self.methods().iter().map(method))
        }
    }

    pub(crate) fn cors_layer(&self) -> CorsLayer {
        let any_origin = self.origins == ["*"];
        let origins = self.origins.iter();
        let origins = origins.map(|&origin| HeaderValue::from_static(origin));
        let names = |list: &'static [&str]| list.iter().map(|name| name.parse::<HeaderName>());
        CorsLayer::new()
            .allow_credentials(self.credentials)
            .allow_origin(match (any_origin, self.credentials) {
                (true, true) => AllowOrigin::mirror_request(),
                (true, false) => AllowOrigin::any(),
                _ => AllowOrigin::list(origins),
            })
            .allow_methods(AllowMethods::list(self.methods().iter().map(method)))
            .allow_headers(if self.headers == ["*"] {
                AllowHeaders::mirror_request()
            } else {
                AllowHeaders::list(names(self.headers).map(Result::unwrap))
            })
            .expose_headers(if self.exposed == ["*"] {
                ExposeHeaders::any()
            } else {
                ExposeHeaders::list(names(self.exposed).map(Result::unwrap))
            })
    }
}

fn method(name: &&str) -> Method {
    name.parse().unwrap()
}
