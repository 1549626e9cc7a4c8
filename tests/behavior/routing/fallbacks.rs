//! `fallback` and `method_not_allowed`.

use axum::Router;
use concentric::{HttpError, app};
use http::{StatusCode, header::ALLOW};

use crate::support::{Events, Site, note, reached, say};

app! {
    fn answers(state: Events) -> Router with [note("app")] {
        fallback => say("app fallback"),
        method_not_allowed => say("app method"),
        GET "/" => say("index"),

        scope "/own" with [note("own")] {
            fallback => say("own fallback"),
            method_not_allowed => say("own method"),
            GET "/" => say("own"),
            scope "/inner" with [note("inner")] {
                GET "/" => say("inner"),
            }
        }
        scope "/none" with [note("none")] {
            GET "/" => say("none"),
        }
        scope with [note("group")] {
            fallback => say("group fallback"),
            method_not_allowed => say("group method"),
            GET "/group" => say("group"),
            scope "/grouped" {
                GET "/" => say("grouped"),
            }
        }
    }
}

#[tokio::test]
async fn the_nearest_fallback_answers() {
    let site = Site::new(answers);
    for (path, passed) in [
        ("/nope", reached("app", "app fallback")),
        ("/own/nope", reached("app own", "own fallback")),
        ("/own/inner/nope", reached("app own inner", "own fallback")),
        ("/none/nope", reached("app none", "app fallback")),
        // A scope without a prefix owns no path. Its fallback answers for the scopes inside it.
        ("/group/nope", reached("app", "app fallback")),
        ("/grouped/nope", reached("app group", "group fallback")),
    ] {
        assert_eq!(site.trace("GET", path).await, passed, "{path}");
    }
}

#[tokio::test]
async fn the_nearest_method_not_allowed_answers() {
    let site = Site::new(answers);
    for (path, passed) in [
        ("/", reached("app", "app method")),
        ("/own/inner", reached("app own inner", "own method")),
        ("/none", reached("app none", "app method")),
        ("/group", reached("app group", "group method")),
    ] {
        assert_eq!(site.trace("PUT", path).await, passed, "{path}");
    }
}

#[tokio::test]
async fn allow_is_set_whichever_handler_answers_a_405() {
    let site = Site::new(answers);
    for path in ["/", "/own/inner", "/none", "/group"] {
        let reply = site.send("PUT", path).await;
        assert_eq!(reply.header("allow"), ["GET,HEAD"], "{path}");
    }
}

app! {
    fn hidden(state: Events) -> Router {
        GET "/hidden" => say("hidden"),
        scope "/shown" {
            POST "/" => say("shown"),
            method_not_allowed =>
                async || HttpError::new(StatusCode::METHOD_NOT_ALLOWED, "post it"),
        }
        scope "/own" {
            GET "/" => say("own"),
            method_not_allowed => async || (StatusCode::METHOD_NOT_ALLOWED, [(ALLOW, "GET")]),
        }
        method_not_allowed => async || HttpError::not_found("nothing here"),
    }
}

#[tokio::test]
async fn a_method_not_allowed_that_answers_404_hides_the_methods() {
    let site = Site::new(hidden);
    for (path, status, allow) in [
        ("/hidden", 404, &[] as &[&str]),
        ("/shown", 405, &["POST"]),
        ("/own", 405, &["GET"]),
    ] {
        let reply = site.send("PUT", path).await;
        assert_eq!(reply.status, status, "{path}");
        assert_eq!(reply.header("allow"), allow, "{path}");
    }
}
