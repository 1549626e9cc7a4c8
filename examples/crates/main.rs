//! A registry of crates, with the routes of crates.io.
//!
//! The `app!` below is the whole application. Most modules are a part of it, which it includes.

mod admin;
mod auth;
mod catalog;
mod config;
mod error;
mod invitations;
mod krates;
mod layers;
mod me;
mod openapi;
mod owners;
mod pagination;
mod secret_scanning;
mod session;
mod site;
mod store;
mod tokens;
mod trusted_publishing;
mod users;
mod versions;

use std::{env, io, sync::atomic::AtomicU64};

use axum::{Router, extract::DefaultBodyLimit};
use concentric::{HttpError, app};
use tokio::net::TcpListener;
use tower::timeout::TimeoutLayer;
use tower_http::{compression::CompressionLayer, trace::TraceLayer};

use crate::{
    auth::{authenticate, require_admin, require_cookie},
    config::Config,
    error::json_errors,
    invitations::{accept_by_token, list_invitations_for_pages},
    krates::publish::publish,
    layers::{block_user_agents, cors, log_requests, reject_writes, request_id, security_headers},
    store::Registry,
    tokens::revoke_current_token,
};

/// The size of the largest file that can be published.
const MAX_UPLOAD: usize = 10 * 1024 * 1024;

app! {
    /// Everything the registry serves.
    fn crates(state: Registry, config: &Config) -> Router with [
        TraceLayer::new_for_http(),
        request_id(AtomicU64::new(0)),
        log_requests,
        security_headers,
        CompressionLayer::new(),
        json_errors,
        TimeoutLayer::new(config.timeout),
        block_user_agents(config.blocked.clone()) if !config.blocked.is_empty(),
        reject_writes if config.read_only,
    ] {
        /// The front page.
        GET "/" => site::index(),
        /// Tells a load balancer that the service is up.
        // It asks every second, so this is not logged.
        GET "/health" => "ok" without [TraceLayer, log_requests],

        /// Tells search engines what not to read.
        GET "/robots.txt" => site::robots(),
        /// The style sheets of the pages.
        mount "/assets" => site::assets(),
        /// A local index, in place of the one on GitHub.
        mount "/git/index" => site::git_index() if config.development,
        fallback => site::not_found(),

        scope "/api" {
            /// Describes the API.
            GET "/openapi.json" => openapi::document,
            fallback => HttpError::not_found("Not Found"),

            scope "/v1" with [cors()] {
                include site::site(state.krates.clone()),
                include catalog::catalog(state.krates.clone()),
                include users::users(state.clone()),

                scope "/crates" {
                    include krates::krates(state.clone()),
                    /// Publishes a version of a crate.
                    PUT "/new" => publish without [TimeoutLayer] with [
                        TimeoutLayer::new(config.publish_timeout),
                        DefaultBodyLimit::max(MAX_UPLOAD),
                        authenticate,
                    ],
                }

                scope "/me" with [authenticate] {
                    include me::me(state.clone()),
                }
                // It repeats the prefix `/me`, so it answers without its list.
                /// Accepts an invitation with the token of an email.
                PUT "/me/crate_owner_invitations/accept/{token}" => accept_by_token,
                /// Revokes the token that authenticates the request.
                DELETE "/tokens/current" => revoke_current_token with [authenticate],

                scope "/trusted_publishing" {
                    include trusted_publishing::trusted_publishing(state.clone()),
                }
            }

            // For the website alone.
            scope "/private" {
                scope "/session" {
                    include session::session(state.accounts.clone()),
                }
                scope "/admin" if config.admin with [authenticate, require_admin] {
                    include admin::admin(state.clone()),
                }
                /// Lists invitations for the pages of the website.
                GET "/crate_owner_invitations" => list_invitations_for_pages
                    with [authenticate, require_cookie],
                /// Returns the metrics of the service or of this instance.
                GET "/metrics/{kind}" => site::metrics if config.metrics,
            }

            scope "/github/secret-scanning" if config.secret_scanning {
                include secret_scanning::secret_scanning(state.accounts.clone()),
            }
        }
    }
}

#[tokio::main]
async fn main() -> io::Result<()> {
    tracing_subscriber::fmt().with_writer(io::stderr).init();
    // `cargo run --example crates -- --routes` prints the route table.
    if env::args().any(|arg| arg == "--routes") {
        println!("{}", crates::ROUTES);
    }
    let router = crates(Registry::demo(), &Config::from_env());
    let address = env::var("ADDRESS").unwrap_or_else(|_| "127.0.0.1:8000".to_owned());
    let listener = TcpListener::bind(address).await?;
    println!("listening on http://{}", listener.local_addr()?);
    concentric::serve(listener, router).await
}
