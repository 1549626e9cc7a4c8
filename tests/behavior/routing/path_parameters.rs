//! The parameters of a path, and the matched path.

use axum::{
    Router,
    extract::{MatchedPath, Path, RawPathParams, State},
};
use concentric::{Next, Request, Response, app, middleware};

use crate::support::{Events, METHOD_NOT_ALLOWED, NOT_FOUND, Site, answered, note, say};

/// Records the tenant, the URI and the matched path.
#[middleware]
async fn watch(
    Path(tenant): Path<String>,
    matched: Option<MatchedPath>,
    State(events): State<Events>,
    req: Request,
    next: Next,
) -> Response {
    let matched = matched.as_ref().map_or("none", MatchedPath::as_str);
    events.add(format!("{tenant} {} {matched}", req.uri()));
    next.run(req).await
}

/// Records all parameters of the path, by name.
#[middleware]
async fn watch_all(
    params: RawPathParams,
    State(events): State<Events>,
    req: Request,
    next: Next,
) -> Response {
    let params: Vec<_> = params.iter().map(|(k, v)| format!("{k}={v}")).collect();
    events.add(params.join(" "));
    next.run(req).await
}

app! {
    fn tenants(state: Events) -> Router {
        scope "/t/{tenant}" with [watch] {
            GET "/" => say("tenant"),
            GET "/users/{id}" => async |Path((tenant, id)): Path<(String, u32)>| {
                format!("{tenant} {id}")
            } with [watch_all],
            fallback => async |Path(tenant): Path<String>, req: Request| {
                format!("nothing of {tenant} at {}", req.uri())
            },
        }
        scope "/u/{user}" with [watch_all] {
            scope "/files/{folder}" {
                GET "/" => say("folder"),
            }
        }
    }
}

#[tokio::test]
async fn an_unmatched_path_under_a_prefix_has_the_parameters_of_the_prefix() {
    let site = Site::new(tenants);
    assert_eq!(
        site.trace("GET", "/t/acme").await,
        ["acme /t/acme /t/{tenant}", "tenant", "200 tenant"]
    );
    assert_eq!(
        site.trace("GET", "/t/acme/nope?x=1").await,
        [
            "acme /t/acme/nope?x=1 none",
            "200 nothing of acme at /t/acme/nope?x=1"
        ]
    );
    assert_eq!(
        site.trace("GET", "/t/a%20b/no/pe").await,
        [
            "a b /t/a%20b/no/pe none",
            "200 nothing of a b at /t/a%20b/no/pe"
        ]
    );
    assert_eq!(site.trace("GET", "/u/7/nope").await, ["user=7", NOT_FOUND]);
    assert_eq!(
        site.trace("GET", "/u/7/files/red/nope").await,
        ["user=7 folder=red", NOT_FOUND]
    );
}

#[tokio::test]
async fn a_route_under_a_prefix_has_the_parameters_of_both() {
    let site = Site::new(tenants);
    // `Path<String>` rejects two parameters, as in axum. The client did not cause it and sees no detail.
    let reply = site.send("GET", "/t/acme/users/7").await;
    assert_eq!(reply.brief(), r#"500 {"detail":"Internal Server Error"}"#);
    assert_eq!(
        site.trace("GET", "/u/7/files/red").await,
        ["user=7 folder=red", "folder", "200 folder"]
    );
}

/// Records the matched path.
#[middleware]
async fn route_name(
    #[config] place: &str,
    State(events): State<Events>,
    matched: Option<MatchedPath>,
    req: Request,
    next: Next,
) -> Response {
    let matched = matched.as_ref().map_or("none", MatchedPath::as_str);
    events.add(format!("{place} {matched}"));
    next.run(req).await
}

app! {
    fn named(state: Events) -> Router with [route_name("app")] {
        scope "/shops/{shop}" with [route_name("scope")] {
            GET "/" => say("shop"),
            GET "/{product}" => async |matched: MatchedPath| matched.as_str().to_owned()
                with [route_name("route")],
        }
    }
}

#[tokio::test]
async fn every_middleware_of_a_route_can_extract_its_matched_path() {
    let site = Site::new(named);
    assert_eq!(
        site.trace("GET", "/shops/1/2").await,
        [
            "app /shops/{shop}/{product}",
            "scope /shops/{shop}/{product}",
            "route /shops/{shop}/{product}",
            "200 /shops/{shop}/{product}",
        ]
    );
    assert_eq!(
        site.trace("PUT", "/shops/1").await,
        [
            "app /shops/{shop}",
            "scope /shops/{shop}",
            METHOD_NOT_ALLOWED
        ]
    );
    assert_eq!(
        site.trace("GET", "/shops/1/2/3").await,
        ["app none", "scope none", NOT_FOUND]
    );
    assert_eq!(site.trace("GET", "/nope").await, ["app none", NOT_FOUND]);
}

app! {
    fn literal_braces(state: Events) -> Router {
        scope "/{{raw}}" with [note("raw")] {
            GET "/" => say("raw"),
        }
        scope "/user-{id}" with [watch_all] {
            GET "/" => say("user"),
        }
    }
}

#[tokio::test]
async fn a_prefix_may_have_literal_braces_and_partial_segments() {
    let site = Site::new(literal_braces);
    assert_eq!(
        site.trace("GET", "/%7Braw%7D").await,
        answered("raw", NOT_FOUND),
        "axum matches the path as it was sent, and the scope owns what it means"
    );
    assert_eq!(
        site.trace("GET", "/{raw}/nope").await,
        answered("raw", NOT_FOUND)
    );
    assert_eq!(site.trace("GET", "/user-7/nope").await, ["id=7", NOT_FOUND]);
}
