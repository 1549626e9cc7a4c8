//! A middleware as an item: its visibility, its attributes, the names of its types.

use axum::Router;
use concentric::{Next, Request, Response, app, middleware};
use http::{HeaderMap, HeaderValue};

use crate::support::send;

mod elsewhere {
    //! Middleware with a visibility of their own.

    use concentric::{Next as Rest, Request as Req, Response};

    /// Has types that are imported under other names.
    #[concentric::middleware]
    pub(super) async fn renamed(mut req: Req, mut next: Rest) -> Response {
        next = next.clone();
        req.headers_mut()
            .insert("x-seen", super::HeaderValue::from_static("renamed"));
        next.run(req).await
    }

    /// Has types that are not imported.
    #[concentric::middleware]
    pub(in crate::middleware) async fn in_full(
        req: ::axum::extract::Request,
        next: ::concentric::Next<u8>,
    ) -> ::axum::response::Response {
        next.provide(7).run(req).await
    }
}

app! {
    fn from_elsewhere() -> Router with [elsewhere::renamed, self::elsewhere::in_full] {
        GET "/" => async |headers: HeaderMap, number: concentric::Provided<u8>| {
            format!("{:?} {}", headers["x-seen"], *number)
        },
    }
}

#[tokio::test]
async fn a_middleware_of_another_module_may_use_renamed_types_and_full_paths() {
    let reply = send(&from_elsewhere(), "GET", "/").await;
    assert_eq!(reply.brief(), r#"200 "renamed" 7"#);
}

/// Does not exist, because its `cfg` is false.
#[cfg(any())]
#[middleware]
async fn left_out(req: Request, next: Next) -> Response {
    next.run(req).await
}

#[cfg(not(any()))]
#[middleware]
async fn left_in(
    #[config]
    #[allow(unused_variables, reason = "an attribute of a parameter")]
    text: &str,
    req: Request,
    next: Next,
) -> Response {
    next.run(req).await
}

#[tokio::test]
async fn the_attributes_of_the_function_and_its_parameters_are_kept() {
    // A middleware implements `Debug` and can be declared inside a function.
    #[middleware]
    #[allow(clippy::unused_async, reason = "an attribute of the function")]
    async fn local(_: Request, _: Next) -> &'static str {
        "local"
    }

    app! {
        fn attributed() -> Router with [left_in("text"), local] {
            GET "/" => async || "handler",
        }
    }

    assert_eq!(send(&attributed(), "GET", "/").await.brief(), "200 local");
    assert_eq!(format!("{:?} {local:?}", left_in("text")), "left_in local");
}
