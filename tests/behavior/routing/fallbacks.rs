//! `fallback` and `method_not_allowed`.

use axum::Router;
use concentric::app;

use crate::support::{Events, Site, hit, note, said};

app! {
    fn answers(state: Events) -> Router with [note("app")] {
        fallback => said("app fallback"),
        method_not_allowed => said("app method"),
        GET "/" => said("index"),

        scope "/own" with [note("own")] {
            fallback => said("own fallback"),
            method_not_allowed => said("own method"),
            GET "/" => said("own"),
            scope "/inner" with [note("inner")] {
                GET "/" => said("inner"),
            }
        }
        scope "/none" with [note("none")] {
            GET "/" => said("none"),
        }
        scope with [note("group")] {
            fallback => said("group fallback"),
            method_not_allowed => said("group method"),
            GET "/group" => said("group"),
            scope "/grouped" {
                GET "/" => said("grouped"),
            }
        }
    }
}

#[tokio::test]
async fn the_nearest_fallback_answers() {
    let site = Site::new(answers);
    for (path, passed) in [
        ("/nope", hit("app", "app fallback")),
        ("/own/nope", hit("app own", "own fallback")),
        ("/own/inner/nope", hit("app own inner", "own fallback")),
        ("/none/nope", hit("app none", "app fallback")),
        // A scope without a prefix owns no path, but what stands in it falls back to it.
        ("/group/nope", hit("app", "app fallback")),
        ("/grouped/nope", hit("app group", "group fallback")),
    ] {
        assert_eq!(site.trace("GET", path).await, passed, "{path}");
    }
}

#[tokio::test]
async fn the_nearest_method_not_allowed_answers() {
    let site = Site::new(answers);
    for (path, passed) in [
        ("/", hit("app", "app method")),
        ("/own/inner", hit("app own inner", "own method")),
        ("/none", hit("app none", "app method")),
        ("/group", hit("app group", "group method")),
    ] {
        assert_eq!(site.trace("PUT", path).await, passed, "{path}");
    }
}

#[tokio::test]
async fn what_is_allowed_is_told_whoever_answers() {
    let site = Site::new(answers);
    for path in ["/", "/own/inner", "/none", "/group"] {
        let reply = site.send("PUT", path).await;
        assert_eq!(reply.header("allow"), ["GET,HEAD"], "{path}");
    }
}
