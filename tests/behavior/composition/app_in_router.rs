//! An app in another router: nested, served and merged in plain axum, and in another app.

use axum::{Router, extract::Path, routing::get};
use concentric::app;
use http::Uri;

use crate::support::{Events, NOT_FOUND, Site, answered, note, reached, say};

app! {
    fn part(state: Events) -> Router with [note("part")] {
        GET "/part" => say("part"),
        scope "/deep/{id}" with [note("deep")] {
            GET "/" => async |Path(id): Path<u32>, uri: Uri| format!("{id} {uri}"),
            fallback => async |Path(id): Path<u32>, uri: Uri| format!("{id} nothing at {uri}"),
        }
        fallback => async |uri: Uri| format!("part has nothing at {uri}"),
    }
}

#[tokio::test]
async fn an_app_can_be_nested_in_a_plain_router() {
    let events = Events::default();
    let nested = Router::new()
        .nest("/shop", part(events.clone()))
        .route("/", get("plain"))
        .fallback(async || "plain fallback");
    let service = Router::new()
        .nest_service("/shop", part(events.clone()))
        .route("/", get("plain"))
        .fallback(async || "plain fallback");
    for app in [nested, service] {
        let site = Site {
            app,
            events: events.clone(),
        };
        for (path, passed) in [
            ("/", vec!["200 plain".to_owned()]),
            ("/nope", vec!["200 plain fallback".to_owned()]),
            ("/shop/part", reached("part", "part")),
            (
                "/shop/nope",
                answered("part", "200 part has nothing at /nope"),
            ),
            ("/shop/deep/7", answered("part deep", "200 7 /deep/7")),
            (
                "/shop/deep/7/nope",
                answered("part deep", "200 7 nothing at /deep/7/nope"),
            ),
        ] {
            assert_eq!(site.trace("GET", path).await, passed, "{path}");
        }
    }
}

#[tokio::test]
async fn an_app_can_be_merged_into_a_plain_router() {
    let events = Events::default();
    let app = Router::new()
        .route("/", get("plain"))
        .merge(part(events.clone()));
    let site = Site { app, events };
    assert_eq!(site.trace("GET", "/").await, ["200 plain"]);
    assert_eq!(site.trace("GET", "/part").await, reached("part", "part"));
    assert_eq!(
        site.trace("GET", "/nope").await,
        answered("part", "200 part has nothing at /nope")
    );
}

app! {
    fn of_parts(state: Events) -> Router with [note("app")] {
        scope "/merged" {
            merge part(state.clone()),
        }
        mount "/mounted" => part(state.clone()),
    }
}

#[tokio::test]
async fn an_app_can_be_merged_under_a_prefix_and_mounted_in_another_app() {
    let site = Site::new(of_parts);
    for (path, passed) in [
        ("/mounted/part", reached("app part", "part")),
        (
            "/mounted/nope",
            answered("app part", "200 part has nothing at /nope"),
        ),
        (
            "/mounted/deep/7/nope",
            answered("app part deep", "200 7 nothing at /deep/7/nope"),
        ),
        ("/merged/part", reached("app part", "part")),
        // Only routes are merged. The scope answers the unmatched paths.
        ("/merged/nope", answered("app", NOT_FOUND)),
        ("/merged/deep/7/nope", answered("app", NOT_FOUND)),
    ] {
        assert_eq!(site.trace("GET", path).await, passed, "{path}");
    }
}

app! {
    fn of_a_part(state: Events) -> Router with [note("app")] {
        merge part(state.clone()) with [note("merge")],
        fallback => async |uri: Uri| format!("the app has nothing at {uri}"),
    }
}

#[tokio::test]
async fn an_app_answers_the_unmatched_paths_of_an_app_merged_into_it() {
    let site = Site::new(of_a_part);
    assert_eq!(
        site.trace("GET", "/part").await,
        reached("app merge part", "part")
    );
    assert_eq!(
        site.trace("GET", "/nope").await,
        answered("app", "200 the app has nothing at /nope")
    );
}

app! {
    fn another_part(state: Events) -> Router with [note("another")] {
        GET "/another" => say("another"),
    }
}

app! {
    fn of_two_parts(state: Events) -> Router with [note("app")] {
        merge part(state.clone()),
        merge another_part(state.clone()),
        scope "/below" with [note("below")] {
            merge part(state.clone()),
            merge another_part(state.clone()),
        }
    }
}

#[tokio::test]
async fn two_apps_can_be_merged_into_one_scope() {
    let site = Site::new(of_two_parts);
    for (path, passed) in [
        ("/part", reached("app part", "part")),
        ("/another", reached("app another", "another")),
        ("/below/part", reached("app below part", "part")),
        ("/below/another", reached("app below another", "another")),
    ] {
        assert_eq!(site.trace("GET", path).await, passed, "{path}");
    }
}
