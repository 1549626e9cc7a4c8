//! Mounted services and merged routers.

use std::convert::Infallible;

use axum::{
    Router,
    extract::{MatchedPath, OriginalUri, Path, State},
    routing::{get, post},
};
use concentric::{Next, Request, Response, app, middleware};
use http::Uri;
use tower::service_fn;

use crate::support::{Events, NOT_FOUND, Site, answered, note, reached, say, send};

/// Records the URI that it sees.
#[middleware]
async fn see(
    #[config] name: &str,
    State(events): State<Events>,
    req: Request,
    next: Next,
) -> Response {
    events.add(format!("{name} {}", req.uri()));
    next.run(req).await
}

/// Returns the URI that a mounted service gets, and the one that the client sent.
async fn uris(uri: Uri, OriginalUri(original): OriginalUri) -> String {
    format!("{uri} of {original}")
}

app! {
    fn mounts(state: Events) -> Router with [see("app")] {
        mount "/files" => get(uris),
        scope "/api" with [see("api")] {
            mount "/files" => get(uris) with [see("mount")],
            mount "/router" => Router::new().route("/", get(uris)).route(
                "/a/{id}",
                get(async |Path(id): Path<u32>, uri: Uri| format!("{id} {uri}")),
            ) with [see("mount")],
        }
    }
}

#[tokio::test]
async fn middleware_of_a_mount_see_the_full_uri_and_the_service_the_rest() {
    let site = Site::new(mounts);
    for (uri, seen) in [
        ("/files", "/"),
        ("/files/", "/"),
        ("/files?q=1", "/?q=1"),
        ("/files/a/b?q=1", "/a/b?q=1"),
    ] {
        assert_eq!(
            site.trace("GET", uri).await,
            [format!("app {uri}"), format!("200 {seen} of {uri}")]
        );
        let uri = format!("/api{uri}");
        assert_eq!(
            site.trace("GET", &uri).await,
            [
                format!("app {uri}"),
                format!("api {uri}"),
                format!("mount {uri}"),
                format!("200 {seen} of {uri}"),
            ]
        );
    }
    assert_eq!(
        site.trace("GET", "/filesystem").await,
        ["app /filesystem", NOT_FOUND]
    );
}

#[tokio::test]
async fn a_mounted_router_answers_its_own_unmatched_paths() {
    let site = Site::new(mounts);
    for (method, uri, answer) in [
        ("GET", "/api/router", "200 / of /api/router"),
        ("GET", "/api/router/a/7", "200 7 /a/7"),
        ("GET", "/api/router/nope", "404 "),
        ("POST", "/api/router/a/7", "405 "),
    ] {
        assert_eq!(
            site.trace(method, uri).await,
            [
                format!("app {uri}"),
                format!("api {uri}"),
                format!("mount {uri}"),
                answer.to_owned(),
            ]
        );
    }
}

app! {
    fn mounted_at_the_root(state: Events) -> Router with [note("app")] {
        GET "/" => say("index"),
        mount "/" => get(uris) with [note("mount")],
        scope "/api" with [note("api")] {
            GET "/users" => say("users"),
            scope "/all" with [note("all")] {
                mount "/" => get(uris),
                GET "/one" => say("one"),
            }
        }
    }
}

#[tokio::test]
async fn a_mount_at_the_root_serves_all_paths_that_nothing_else_matches() {
    let site = Site::new(mounted_at_the_root);
    assert_eq!(site.trace("GET", "/").await, reached("app", "index"));
    assert_eq!(
        site.trace("GET", "/a/b").await,
        answered("app mount", "200 /a/b of /a/b")
    );
    assert_eq!(
        site.trace("GET", "/api/nope").await,
        answered("app api", NOT_FOUND)
    );
    assert_eq!(
        site.trace("GET", "/api/all/one").await,
        reached("app api all", "one")
    );
    assert_eq!(
        site.trace("GET", "/api/all/two").await,
        answered("app api all", "200 /two of /api/all/two")
    );
}

/// Returns a router of plain axum with its own state.
fn plain() -> Router {
    Router::new()
        .route("/plain", get(async |State(text): State<&'static str>| text))
        .route(
            "/plain/{id}",
            post(async |Path(id): Path<u32>, path: MatchedPath, uri: Uri| {
                format!("{id} {} {uri}", path.as_str())
            }),
        )
        .with_state("plain")
}

app! {
    fn merges(state: Events) -> Router with [note("app")] {
        merge plain() with [note("merge")],
        GET "/" => say("index"),
        scope "/api" with [note("api")] {
            merge plain() with [note("merge")],
            merge Router::new().route("/other", get("other")),
            GET "/users" => say("users"),
        }
        scope "/t/{tenant}" {
            merge Router::new().route(
                "/{id}",
                get(async |Path((tenant, id)): Path<(String, u32)>| format!("{tenant} {id}")),
            ),
        }
        scope "/own" with [note("own")] {
            merge plain().fallback(async |uri: Uri| format!("nothing at {uri}"))
                with [note("merge")],
        }
    }
}

#[tokio::test]
async fn a_merged_router_runs_the_lists_of_the_app_its_scopes_and_its_own() {
    let site = Site::new(merges);
    assert_eq!(
        site.trace("GET", "/plain").await,
        answered("app merge", "200 plain")
    );
    assert_eq!(
        site.trace("POST", "/plain/7").await,
        answered("app merge", "200 7 /plain/{id} /plain/7")
    );
    // As in axum, a nested handler does not see the prefix.
    assert_eq!(
        site.trace("POST", "/api/plain/7").await,
        answered("app api merge", "200 7 /api/plain/{id} /plain/7")
    );
    assert_eq!(
        site.trace("GET", "/api/other").await,
        answered("app api", "200 other")
    );
    assert_eq!(
        site.trace("GET", "/t/acme/7").await,
        answered("app", "200 acme 7")
    );
}

#[tokio::test]
async fn a_merged_router_answers_other_methods_of_its_routes() {
    let site = Site::new(merges);
    assert_eq!(
        site.trace("PUT", "/api/plain").await,
        answered("app api merge", "405 ")
    );
    assert_eq!(
        site.send("PUT", "/api/plain").await,
        "405\nallow: GET,HEAD\ncontent-length: 0\n\n"
    );
}

#[tokio::test]
async fn a_path_that_a_merged_router_does_not_match_is_unmatched_in_its_scope() {
    let site = Site::new(merges);
    assert_eq!(site.trace("GET", "/plan").await, answered("app", NOT_FOUND));
    assert_eq!(
        site.trace("GET", "/api/plan").await,
        answered("app api", NOT_FOUND)
    );
}

#[tokio::test]
async fn the_fallback_of_a_merged_router_is_replaced_by_that_of_its_scope() {
    let site = Site::new(merges);
    assert_eq!(
        site.trace("GET", "/own/nope").await,
        answered("app own", NOT_FOUND)
    );
}

app! {
    fn of_services() -> Router {
        mount "/echo" => service_fn(async |req: Request| {
            Ok::<_, Infallible>(http::Response::new(req.uri().path().to_owned()))
        }),
    }
}

#[tokio::test]
async fn any_tower_service_can_be_mounted() {
    let reply = send(&of_services(), "GET", "/echo/a").await;
    assert_eq!(reply, "200\n\n/a");
}
