//! A middleware as an item: its visibility, its attributes, the names of its types.

use axum::{Router, response::IntoResponse};
use concentric::{
    HttpError, MiddlewareInfo, Next, Provided, Request, Response, Run, app, middleware,
};
use http::{HeaderMap, HeaderName, HeaderValue};
use tower_http::set_header::SetResponseHeaderLayer;

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
    assert_eq!(
        format!("{:?} {:?}", left_in("text"), local()),
        "left_in { text: \"text\" } local"
    );
}

/// Has the name that a variable likes to have.
#[middleware]
async fn user(req: Request, next: Next) -> Response {
    let user = "inner";
    let mut response = next.run(req).await;
    response
        .headers_mut()
        .append("x-user", HeaderValue::from_static(user));
    response
}

/// Has a type parameter, and no config.
#[middleware]
async fn typed<T: Default + ToString + 'static>(req: Request, next: Next) -> Response {
    let mut response = next.run(req).await;
    let value = T::default().to_string().parse().unwrap();
    response.headers_mut().append("x-user", value);
    response
}

#[test]
fn a_middleware_captures_no_variable_of_its_name() {
    let (user, _) = ("ann", 1);
    let reply = |user: &str| format!("hello, {user}");
    assert_eq!(reply(user), "hello, ann");
    let Some(user) = Some("bob") else {
        panic!("the pattern is a variable, and no constant")
    };
    assert_eq!(user, "bob");
}

#[tokio::test]
async fn a_middleware_and_its_call_mean_the_same_in_a_list() {
    app! {
        fn called(on: bool, layer: SetResponseHeaderLayer<HeaderValue>) -> Router
        before routing [user, user()]
        with [user, user(), user if on, user() if on, typed::<u8>, typed::<u8>(), layer] {
            stack twice = [user, user()],
            GET "/" => async || "handler" with [..twice],
            GET "/none" => async || "handler" without [typed],
        }
    }
    let layer = SetResponseHeaderLayer::overriding(
        HeaderName::from_static("x-layer"),
        HeaderValue::from_static("a variable"),
    );
    for (on, times) in [(true, 10), (false, 8)] {
        let reply = send(&called(on, layer.clone()), "GET", "/").await;
        assert_eq!(reply.header("x-user").len(), times);
        assert_eq!(reply.header("x-layer"), ["a variable"]);
    }
    let reply = send(&called(true, layer), "GET", "/none").await;
    assert_eq!(reply.header("x-user").len(), 6);
    let names: Vec<_> = called::ROUTES.rows()[0]
        .middleware()
        .iter()
        .map(MiddlewareInfo::name)
        .collect();
    assert_eq!(names[..4], ["user"; 4]);
}

/// Runs the request through a helper that knows nothing about the application.
#[middleware]
async fn through_a_helper(#[config] tries: &bool, req: Request, next: Next<u8>) -> Response {
    async fn run(req: Request, next: impl Run) -> Response {
        next.run(req).await
    }
    async fn try_run(req: Request, next: impl Run) -> Response {
        match next.try_run(req).await {
            Ok(response) => response,
            Err(error) => format!("tried: {error}").into_response(),
        }
    }
    let next = next.provide(7);
    if *tries {
        try_run(req, next).await
    } else {
        run(req, next).await
    }
}

#[tokio::test]
async fn a_helper_takes_a_next_as_impl_run() {
    app! {
        fn helped(tries: bool) -> Router with [through_a_helper(tries)] {
            GET "/" => async |number: Provided<u8>| number.0.to_string(),
            GET "/fail" => async || HttpError::not_found("nothing"),
        }
    }
    assert_eq!(send(&helped(false), "GET", "/").await.brief(), "200 7");
    assert_eq!(send(&helped(true), "GET", "/").await.brief(), "200 7");
    assert_eq!(
        send(&helped(true), "GET", "/fail").await.brief(),
        "200 tried: 404: nothing"
    );
}
