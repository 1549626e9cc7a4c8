//! Two processes behind nginx: sessions and a rate limit in Redis, and restarts under load.

mod client;
mod health;
mod rate_limit;
mod redis;
mod visits;

use std::{env, error::Error, io, time::Duration};

use axum::{Router, http::StatusCode};
use axum_client_ip::ClientIpSource;
use concentric::{ProxyHeaders, app, map_source, provides, proxy_headers};
use fred::clients::Client;
use listenfd::ListenFd;
use tokio::net::TcpListener;
use tower_sessions::{Session, SessionManagerLayer, session};
use tower_sessions_redis_store::RedisStore;

use crate::{
    client::show_client,
    health::{ready, retry_later},
    rate_limit::limit_rate,
    visits::{count_visit, report_unsaved, show_visits, watch_visits},
};

app! {
    fn fleet(state: Client, requests_per_minute: u64) -> Router with [
        retry_later,
        // Redis is away. The source is in the log.
        map_source::<fred::error::Error>(StatusCode::SERVICE_UNAVAILABLE),
        map_source::<session::Error>(StatusCode::SERVICE_UNAVAILABLE),
    ] {
        // The process answers, so it needs no restart.
        GET "/live" => StatusCode::NO_CONTENT,
        // The process can serve requests.
        GET "/ready" => ready,

        // nginx sets the headers, and no client reaches the process without nginx.
        scope with [
            proxy_headers(ProxyHeaders::XForwarded),
            ClientIpSource::RightmostXForwardedFor.into_extension(),
            limit_rate(requests_per_minute),
        ] {
            GET "/client" => show_client,
            GET "/events" => watch_visits,

            scope "/visits" with [report_unsaved, provides::<Session>(sessions(&state))] {
                GET "/" => show_visits,
                POST "/" => count_visit,
            }
        }
    }
}

/// Returns the layer of sessions that are in Redis.
fn sessions(redis: &Client) -> SessionManagerLayer<RedisStore<Client>> {
    // `nginx.conf` has no TLS. With TLS, leave `with_secure` out.
    SessionManagerLayer::new(RedisStore::new(redis.clone())).with_secure(false)
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    tracing_subscriber::fmt().with_writer(io::stderr).init();
    let url = setting("REDIS_URL", "redis://127.0.0.1:6379");
    // A request sends a few commands, and the first one that fails ends it.
    let redis = redis::connect(&url, seconds("REDIS_TIMEOUT", "0.3")?)?;
    let requests_per_minute = setting("REQUESTS_PER_MINUTE", "600").parse()?;
    let listener = listen().await?;
    println!("listening on http://{}", listener.local_addr()?);
    concentric::serve(listener, fleet(redis, requests_per_minute))
        .drain(seconds("DRAIN", "5")?)
        .await?;
    Ok(())
}

/// Returns the value of an environment variable.
fn setting(name: &str, default: &str) -> String {
    env::var(name).unwrap_or_else(|_| default.to_owned())
}

/// Returns the time in an environment variable, in seconds.
fn seconds(name: &str, default: &str) -> Result<Duration, Box<dyn Error>> {
    Ok(Duration::try_from_secs_f64(
        setting(name, default).parse()?,
    )?)
}

/// Takes the socket that systemd has opened, or opens one.
async fn listen() -> io::Result<TcpListener> {
    match ListenFd::from_env().take_tcp_listener(0)? {
        Some(socket) => {
            socket.set_nonblocking(true)?;
            TcpListener::from_std(socket)
        }
        None => TcpListener::bind(setting("ADDRESS", "127.0.0.1:8001")).await,
    }
}
