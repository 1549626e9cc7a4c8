//! `Option<Provided<T>>`: a value that an outer middleware may provide.

use axum::{Router, routing::get};
use concentric::{Next, Provided, Request, Response, app, middleware};
use http::{HeaderValue, Method};

use crate::support::send;

#[derive(Clone)]
struct User(&'static str);

/// Provides a user.
#[middleware]
async fn as_user(#[config] name: &'static str, req: Request, next: Next<User>) -> Response {
    next.provide(User(name)).run(req).await
}

#[tokio::test]
async fn an_optional_value_is_some_if_an_outer_middleware_provides_it() {
    /// Reads an optional value as a middleware.
    #[middleware]
    async fn note_user(user: Option<Provided<User>>, req: Request, next: Next) -> Response {
        let name = user.map_or("nobody", |user| user.0.0);
        let mut response = next.run(req).await;
        response
            .headers_mut()
            .insert("x-user", HeaderValue::from_static(name));
        response
    }
    async fn name(user: Option<Provided<User>>, _: Method) -> &'static str {
        user.map_or("nobody", |user| user.0.0)
    }
    async fn last(user: Option<Provided<User>>) -> &'static str {
        name(user, Method::GET).await
    }

    app! {
        fn optional() -> Router {
            GET "/" => name with [note_user],
            GET "/last" => last,
            scope "/account" with [as_user("ann"), note_user] {
                GET "/" => name,
                GET "/last" => last,
            }
        }
    }
    for (path, expected) in [
        ("/", "nobody"),
        ("/last", "nobody"),
        ("/account", "ann"),
        ("/account/last", "ann"),
    ] {
        let reply = send(&optional(), "GET", path).await;
        assert_eq!(reply.brief(), format!("200 {expected}"), "{path}");
        if path != "/last" {
            assert_eq!(reply.header("x-user"), [expected], "{path}");
        }
    }
    // In a plain router it depends on the extensions alone.
    let plain: Router = Router::new().route("/", get(last));
    assert_eq!(send(&plain, "GET", "/").await.brief(), "200 nobody");
}
