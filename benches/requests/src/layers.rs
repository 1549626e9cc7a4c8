//! Applications with ten tower-http layers.

use axum::{Router, routing::get};
use concentric::app;
use http::{HeaderName, HeaderValue, header};
use tower::ServiceBuilder;
use tower_http::{
    add_extension::AddExtensionLayer,
    catch_panic::CatchPanicLayer,
    cors::CorsLayer,
    limit::RequestBodyLimitLayer,
    propagate_header::PropagateHeaderLayer,
    sensitive_headers::SetSensitiveHeadersLayer,
    set_header::{SetRequestHeaderLayer, SetResponseHeaderLayer},
    trace::TraceLayer,
};

use crate::{
    cases::{Case, hello},
    contenders::work::{self, TRACE_NAME, hello as handler},
    subject::{Subject, TRACE_ID},
};

const SERVER: HeaderValue = HeaderValue::from_static("benches");
const REGION: HeaderName = HeaderName::from_static("x-region");

/// Passes the ten layers to another macro.
macro_rules! ten {
    ($then:ident) => {
        $then! {
            (TraceLayer::new_for_http())
            (SetSensitiveHeadersLayer::new([header::AUTHORIZATION]))
            (CatchPanicLayer::new())
            (CorsLayer::permissive())
            (PropagateHeaderLayer::new(TRACE_NAME))
            (SetResponseHeaderLayer::overriding(header::SERVER, SERVER))
            (SetResponseHeaderLayer::if_not_present(REGION, SERVER))
            (SetRequestHeaderLayer::if_not_present(REGION, SERVER))
            (AddExtensionLayer::new(7_u64))
            (RequestBodyLimitLayer::new(1 << 20))
        }
    };
}

macro_rules! ours {
    ($(($layer:expr))*) => {
        app! {
            fn listed() -> Router with [$($layer),*] {
                GET "/" => handler,
            }
        }
    };
}
ten!(ours);

macro_rules! theirs {
    ($(($layer:expr))*) => {
        fn layered() -> Router {
            Router::new()
                .route("/", get(handler))
                .layer(ServiceBuilder::new()$(.layer($layer))*)
        }
    };
}
ten!(theirs);

pub fn cases() -> Vec<Case> {
    let case = |contender, make: fn() -> Router| Case {
        group: "tower-http",
        contender,
        count: 10,
        expected: crate::subject::Reply {
            trace: Some(TRACE_ID.to_owned()),
            ..hello()
        },
        make: Box::new(move || -> Box<dyn Subject> { work::router(make()) }),
    };
    vec![case("app!", listed), case("one ServiceBuilder", layered)]
}
