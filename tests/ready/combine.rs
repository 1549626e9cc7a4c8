//! The group "Combine".

use axum::Router;
use concentric::{HttpError, Next, Request, Response, app, middleware};
use tower::ServiceBuilder;
use tower_http::{compression::CompressionLayer, trace::TraceLayer};

use crate::support::{get, get_with, index, long};

/// Rejects requests without this header.
#[middleware]
async fn require(
    #[config] name: &&'static str,
    req: Request,
    next: Next,
) -> Result<Response, HttpError> {
    if req.headers().contains_key(*name) {
        Ok(next.run(req).await)
    } else {
        Err(HttpError::unauthorized(format!("no {name}")))
    }
}

app! {
    fn site(is_local: bool) -> Router {
        GET "/debug" => index with [require("x-token") if !is_local],
        GET "/either" => index with [require("x-key") if is_local else require("x-token")],
        scope "/account" with [require("x-token")] {
            GET "/" => index,
            GET "/login" => index without [require],
        }
        scope "/api" {
            stack browser = [require("x-session"), require("x-csrf")],
            GET "/" => index with [..browser],
        }
        GET "/optional" => long with [CompressionLayer::new() if !is_local],
        GET "/built" => long with [
            ServiceBuilder::new()
                .layer(TraceLayer::new_for_http())
                .layer(CompressionLayer::new()),
        ],
    }
}

async fn status(app: &Router, path: &str, header: &str) -> u16 {
    get_with(app, path, header, "1").await.status
}

#[tokio::test]
async fn an_entry_runs_under_a_condition() {
    let (local, public) = (site(true), site(false));
    assert_eq!(status(&local, "/debug", "x-none").await, 200);
    assert_eq!(status(&public, "/debug", "x-none").await, 401);
    assert_eq!(status(&public, "/debug", "x-token").await, 200);
    assert_eq!(status(&local, "/either", "x-key").await, 200);
    assert_eq!(status(&public, "/either", "x-key").await, 401);
}

#[tokio::test]
async fn a_route_leaves_out_an_entry() {
    let app = site(false);
    assert_eq!(status(&app, "/account", "x-none").await, 401);
    assert_eq!(status(&app, "/account/login", "x-none").await, 200);
}

#[tokio::test]
async fn a_list_has_a_name() {
    let app = site(false);
    assert_eq!(
        get(&app, "/api").await.text(),
        r#"{"detail":"no x-session"}"#
    );
    assert_eq!(status(&app, "/api", "x-session").await, 401);
}

#[tokio::test]
async fn a_layer_runs_under_a_condition() {
    let encoding = async |app: Router, path: &str| {
        let reply = get_with(&app, path, "accept-encoding", "gzip").await;
        reply.header("content-encoding").to_owned()
    };
    assert_eq!(encoding(site(true), "/optional").await, "");
    assert_eq!(encoding(site(false), "/optional").await, "gzip");
    assert_eq!(encoding(site(true), "/built").await, "gzip");
}
