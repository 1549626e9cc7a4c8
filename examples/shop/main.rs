//! A shop: accounts, roles, orders with live updates, a page, static files, and a merged router
//! of plain axum.

mod auth;
mod live;
mod orders;

use std::{env, io, time::Duration};

use axum::{
    Router,
    extract::FromRef,
    http::{StatusCode, Uri},
    response::Html,
    routing::get,
};
use concentric::{
    HttpError, Next, ProxyHeaders, Request, Response, app, middleware, proxy_headers,
    reject_cross_site,
};
use tokio::net::TcpListener;
use tower::{limit::ConcurrencyLimitLayer, timeout::TimeoutLayer};
use tower_http::{
    compression::CompressionLayer, normalize_path::NormalizePathLayer, services::ServeDir,
};

use crate::{
    auth::{Role, Users, authenticate, log_in, log_out, require_role, show_account},
    live::{chat, watch_order},
    orders::{
        Orders, cancel_order, find_order, list_orders, place_order, report, ship_order, show_order,
    },
};

/// The page for a browser. Its script and its style are in `/static`.
const PAGE: Html<&str> = Html(include_str!("../static/shop.html"));

/// The state of the application.
#[derive(Clone)]
struct Shop {
    users: Users,
    orders: Orders,
}

impl FromRef<Shop> for Users {
    fn from_ref(shop: &Shop) -> Self {
        shop.users.clone()
    }
}

impl FromRef<Shop> for Orders {
    fn from_ref(shop: &Shop) -> Self {
        shop.orders.clone()
    }
}

app! {
    /// Everything the shop serves.
    fn shop(state: Shop, static_files: &str) -> Router
    // This layer removes the trailing slash before the route is looked up.
    before routing [NormalizePathLayer::trim_trailing_slash()]
    with [log_requests, proxy_headers(ProxyHeaders::XForwarded), reject_cross_site()] {
        stack owner_only = [authenticate, require_role(Role::Owner)],

        GET "/" => PAGE,
        POST "/login" => log_in,
        POST "/logout" => log_out,

        scope "/account" with [authenticate] {
            GET "/" => show_account,
        }

        scope "/orders" with [authenticate] {
            GET "/" => list_orders,
            POST "/" => place_order,

            // `find_order` requires the user that `authenticate` provides,
            // and provides the order that these handlers require.
            scope "/{id}" with [find_order] {
                GET "/" => show_order,
                DELETE "/" => cancel_order,
                GET "/events" => watch_order,
                GET "/chat" => chat,
                POST "/ship" => ship_order with [require_role(Role::Owner)],
            }
        }

        // One report at a time, for at most a second. The layer's error needs no translation:
        // a timeout is a 504.
        scope "/report" with [
            ..owner_only,
            TimeoutLayer::new(Duration::from_secs(1)),
            ConcurrencyLimitLayer::new(1),
        ] {
            GET "/" => report,
        }

        mount "/static" => ServeDir::new(static_files) with [CompressionLayer::new()],
        // Health checks run every second, so they are not logged.
        merge health() without [log_requests],
        fallback => not_found,
    }
}

/// Logs one line for each request.
#[middleware]
async fn log_requests(req: Request, next: Next) -> Response {
    let line = format!("{} {}", req.method(), req.uri());
    let response = next.run(req).await;
    tracing::info!("{line} {}", response.status());
    response
}

/// A plain axum router, as another crate may provide.
fn health() -> Router {
    Router::new()
        .route("/health", get(async || "ok"))
        .route("/ready", get(async || StatusCode::NO_CONTENT))
}

async fn not_found(uri: Uri) -> HttpError {
    HttpError::not_found(format!("there is nothing at {}", uri.path()))
}

#[tokio::main]
async fn main() -> io::Result<()> {
    tracing_subscriber::fmt().with_writer(io::stderr).init();
    let state = Shop {
        users: Users::of_the_demo(),
        orders: Orders::default(),
    };
    // `cargo run --example shop -- --routes` prints the route table.
    if env::args().any(|arg| arg == "--routes") {
        println!("{}", shop::ROUTES);
    }
    let static_files = concat!(env!("CARGO_MANIFEST_DIR"), "/static");
    let address = env::var("ADDRESS").unwrap_or_else(|_| "127.0.0.1:8000".to_owned());
    let listener = TcpListener::bind(address).await?;
    println!("listening on http://{}", listener.local_addr()?);
    concentric::serve(listener, shop(state, static_files)).await
}
