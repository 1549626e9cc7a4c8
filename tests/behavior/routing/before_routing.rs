//! `before routing`: the middleware that run before the route is looked up.

use axum::{
    Router,
    extract::{MatchedPath, OriginalUri, Path, State},
    routing::get,
};
use concentric::{HttpError, Next, Provided, Request, Response, app, middleware};
use http::{Method, Uri};

use crate::support::{
    Events, METHOD_NOT_ALLOWED, NOT_FOUND, Reply, Server, Site, answered, note, reached,
    record_outcome, request, say, send, send_request,
};

/// Removes the version from the path and provides it.
#[middleware]
async fn read_version(mut req: Request, next: Next<Version>) -> Result<Response, HttpError> {
    let path = req.uri().path();
    let (version, rest) = match path.strip_prefix("/v2") {
        Some("") => (2, "/"),
        Some(rest) => (2, rest),
        None => (1, path),
    };
    let uri: Uri = rest.parse()?;
    *req.uri_mut() = uri;
    Ok(next.provide(Version(version)).run(req).await)
}

#[derive(Clone)]
struct Version(u8);

/// Overrides the method with that of a header. HTML forms send only two methods.
#[middleware]
async fn override_method(mut req: Request, next: Next) -> Response {
    let method = req.headers().get("x-http-method-override");
    if let Some(method) = method.and_then(|value| Method::from_bytes(value.as_bytes()).ok()) {
        *req.method_mut() = method;
    }
    next.run(req).await
}

async fn show(
    version: Provided<Version>,
    Path(id): Path<u32>,
    matched: MatchedPath,
    OriginalUri(original): OriginalUri,
    uri: Uri,
) -> String {
    format!(
        "version {} of {id}: {} {original} {uri}",
        version.0.0,
        matched.as_str()
    )
}

fn plain() -> Router {
    Router::new()
        .route("/merged", get(async || "merged"))
        .route("/api/merged", get(async || "merged below"))
        .route("/{page}/inner", get(async || "a page"))
}

app! {
    fn site(state: Events) -> Router
    before routing [note("first"), read_version, override_method]
    with [note("app")] {
        GET "/items/{id}" => show,
        DELETE "/items/{id}" => say("deleted"),
        scope "/api" with [note("api")] {
            GET "/" => say("api"),
        }
        mount "/files" => get(async |uri: Uri| uri.to_string()),
        merge plain(),
    }
}

#[tokio::test]
async fn a_rewritten_uri_selects_the_route() {
    let site = Site::new(site);
    let reply = send(&site.app, "GET", "/items/7").await;
    assert_eq!(reply.body, "version 1 of 7: /items/{id} /items/7 /items/7");
    let reply = send(&site.app, "GET", "/v2/items/7").await;
    assert_eq!(
        reply.body,
        "version 2 of 7: /items/{id} /v2/items/7 /items/7"
    );
    site.events.take();

    assert_eq!(
        site.trace("GET", "/v2/api").await,
        reached("first app api", "api")
    );
    let passed = answered("first app", "200 /a");
    assert_eq!(site.trace("GET", "/v2/files/a").await, passed);
    assert_eq!(
        site.trace("GET", "/v2/merged").await,
        answered("first app", "200 merged")
    );
}

#[tokio::test]
async fn an_overridden_method_selects_the_route() {
    let site = Site::new(site);
    let mut req = request("POST", "/items/7");
    let delete = http::HeaderValue::from_static("DELETE");
    req.headers_mut().insert("x-http-method-override", delete);
    let reply = send_request(&site.app, req).await;
    assert_eq!(reply.brief(), "200 deleted");
}

#[tokio::test]
async fn an_unmatched_path_runs_the_list_before_routing() {
    let site = Site::new(site);
    assert_eq!(
        site.trace("GET", "/v2/x").await,
        answered("first app", NOT_FOUND)
    );
    assert_eq!(
        site.trace("GET", "/v2/api/x").await,
        answered("first app api", NOT_FOUND)
    );
    assert_eq!(
        site.trace("PUT", "/items/7").await,
        answered("first app", METHOD_NOT_ALLOWED)
    );
    let reply = site.send("PUT", "/items/7").await;
    assert_eq!(reply.header("allow"), ["GET,HEAD,DELETE"]);
}

/// A merged route under a prefix keeps its path,
/// even if the rewriting changes the number of segments.
#[tokio::test]
async fn a_merged_route_under_a_prefix_matches_a_rewritten_uri() {
    let site = Site::new(site);
    for path in ["/api/merged", "/v2/api/merged"] {
        let passed = answered("first app", "200 merged below");
        assert_eq!(site.trace("GET", path).await, passed, "{path}");
        // `/{page}/inner` matches this path, but the prefix `/api` owns it.
        let path = path.replace("merged", "inner");
        let passed = answered("first app api", NOT_FOUND);
        assert_eq!(site.trace("GET", &path).await, passed, "{path}");
    }
    let nested = Router::new().nest("/outer/nest", site.app.clone());
    let reply = send(&nested, "GET", "/outer/nest/v2/api/merged").await;
    assert_eq!(reply.brief(), "200 merged below");
    let reply = send(&nested, "GET", "/outer/nest/v2/api/inner").await;
    assert_eq!(reply.brief(), NOT_FOUND);
}

#[tokio::test]
async fn a_rewritten_uri_selects_the_route_over_a_socket() {
    let site = Site::new(site);
    let server = Server::start(site.app.clone()).await;
    let answer = server.answer("GET", "/v2/items/9").await;
    assert!(
        answer.ends_with("version 2 of 9: /items/{id} /v2/items/9 /items/9"),
        "{answer}"
    );
}

#[middleware]
async fn refuse(State(_): State<Events>, _req: Request, _next: Next) -> HttpError {
    HttpError::forbidden("closed")
}

app! {
    fn failing(state: Events) -> Router before routing [record_outcome, note("first")] {
        GET "/" => say("index"),
        GET "/closed" => say("closed") with [refuse],
        GET "/panic" => async || -> &'static str { panic!("a bug") },
    }
}

#[tokio::test]
async fn inner_errors_reach_the_list_before_routing() {
    let site = Site::new(failing);
    for (path, outcome) in [
        ("/", "Ok 200"),
        ("/closed", "Err 403: closed"),
        ("/nothing", "Err 404: Not Found"),
        ("/panic", "Err 500: Internal Server Error (panicked: a bug)"),
    ] {
        let _: Reply = site.send("GET", path).await;
        let events = site.events.take();
        assert_eq!(events.last().map(String::as_str), Some(outcome), "{path}");
    }
}
