//! Starts the example `fleet` as two processes behind nginx, with Redis, and sends requests through and past nginx.

// It sends signals, and hands over a socket.
#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod about_redis;
mod load;
mod servers;
mod socket;
#[path = "../../../tests/support/mod.rs"]
mod support;

use std::env;

use crate::{
    load::{Load, Outcome},
    servers::Fleet,
    support::{assert_text, body, builder, request, text},
};

/// As nginx sets it.
const CLIENT: (&str, &str) = ("x-forwarded-for", "192.0.2.7");

#[tokio::test]
async fn a_session_is_the_same_in_both_processes() {
    let Some(fleet) = Fleet::start(&[]).await else {
        return;
    };
    let first = fleet
        .process(0)
        .send(request("POST", "/visits", &[CLIENT]))
        .await;
    let cookie = first.headers()["set-cookie"].to_str().unwrap().to_owned();
    let cookie = ("cookie", cookie.split(';').next().unwrap());
    for (index, visits) in [(1, "2"), (0, "3"), (1, "4")] {
        let request = request("POST", "/visits", &[CLIENT, cookie]);
        assert_eq!(
            body(fleet.process(index).send(request).await).await,
            visits.as_bytes()
        );
    }
    let other = fleet
        .process(1)
        .send(request("GET", "/visits", &[CLIENT]))
        .await;
    assert_eq!(body(other).await, b"0");
}

#[tokio::test]
async fn a_rate_limit_counts_the_requests_to_both_processes() {
    let Some(fleet) = Fleet::start(&[("REQUESTS_PER_MINUTE", "4")]).await else {
        return;
    };
    for index in [0, 1, 0, 1] {
        let response = fleet
            .process(index)
            .send(request("GET", "/client", &[CLIENT]))
            .await;
        assert_eq!(response.status(), 200);
    }
    for index in [0, 1] {
        let response = fleet
            .process(index)
            .send(request("GET", "/client", &[CLIENT]))
            .await;
        assert_eq!(response.status(), 429);
        let seconds = response.headers()["retry-after"].to_str().unwrap();
        assert!((1..=60).contains(&seconds.parse().unwrap()), "{seconds}");
    }
    let other = [("x-forwarded-for", "192.0.2.8")];
    let response = fleet
        .process(0)
        .send(request("GET", "/client", &other))
        .await;
    assert_eq!(response.status(), 200);
    // Health checks do not count.
    assert_eq!(fleet.send("GET", "/ready", &[]).await.status(), 204);
}

#[tokio::test]
async fn a_counter_without_an_expiry_gets_one() {
    let Some(fleet) = Fleet::start(&[]).await else {
        return;
    };
    let counter = "SET rate:192.0.2.7 1000000".to_owned();
    fleet.redis.run(&[counter]).await;
    let response = fleet
        .process(0)
        .send(request("GET", "/client", &[CLIENT]))
        .await;
    assert_eq!(response.status(), 429);
    assert_eq!(response.headers()["retry-after"], "60");
}

#[tokio::test]
async fn the_client_is_the_one_that_nginx_names() {
    let Some(fleet) = Fleet::start(&[]).await else {
        return;
    };
    let headers = [
        ("host", "shop.example.com"),
        ("x-forwarded-for", "192.0.2.66"),
        ("x-forwarded-host", "evil.example.com"),
        ("x-forwarded-proto", "https"),
    ];
    let response = support::send(&fleet.address, {
        let builder = hyper::Request::get("/client");
        let with =
            |builder: hyper::http::request::Builder, (name, value)| builder.header(name, value);
        headers
            .into_iter()
            .fold(builder, with)
            .body(String::new())
            .unwrap()
    });
    assert_text(
        &String::from_utf8(body(response.await).await).unwrap(),
        r#"{"address":"127.0.0.1","host":"shop.example.com","scheme":"http"}"#,
    );
}

#[tokio::test]
async fn a_rejected_upload_gets_its_response_through_nginx() {
    let Some(fleet) = Fleet::start(&[("REQUESTS_PER_MINUTE", "1")]).await else {
        return;
    };
    let mut statuses = Vec::new();
    for _ in 0..20 {
        // The limit of nginx is 1 MB.
        let upload = builder("POST", "/visits", &[]).body("x".repeat(900_000));
        let response = support::send(&fleet.address, upload.unwrap()).await;
        statuses.push(response.status().as_u16());
    }
    assert_eq!(statuses[0], 200);
    assert_eq!(statuses[1..], [429; 19]);
}

#[tokio::test]
async fn a_process_that_drains_is_alive_and_not_ready_and_a_second_signal_ends_it() {
    let Some(mut fleet) = Fleet::start(&[("DRAIN", "600")]).await else {
        return;
    };
    let process = fleet.take(0);
    assert_eq!(
        process.send(request("GET", "/ready", &[])).await.status(),
        204
    );
    process.stop();
    let not_ready = support::soon("a process that drains", async {
        loop {
            let response = process.send(request("GET", "/ready", &[])).await;
            if response.status() != 204 {
                return text(response).await;
            }
        }
    });
    assert_text(
        &not_ready.await,
        "503 Service Unavailable\nconnection: close\ncontent-length: 21\n\
         content-type: application/json\nretry-after: 1\n\n{\"detail\":\"draining\"}",
    );
    assert_eq!(
        process.send(request("GET", "/live", &[])).await.status(),
        204
    );
    process.stop();
    let (status, _) = process.wait().await;
    assert!(status.success());
}

#[tokio::test]
async fn an_open_stream_ends_with_the_drain() {
    let Some(mut fleet) = Fleet::start(&[("DRAIN", "0.2")]).await else {
        return;
    };
    let events = fleet.send("GET", "/events", &[]).await;
    assert_eq!(events.status(), 200);
    // nginx took the first process. Neither restart waits for the 30 seconds of `shutdown_timeout`.
    fleet.restart(0).await;
    fleet.restart(1).await;
    // It is complete, or this fails.
    body(events).await;
}

/// `FLEET_RESTARTS` sets how many restarts there are.
#[tokio::test(flavor = "multi_thread")]
async fn rolling_restarts_lose_no_request() {
    let restarts = env::var("FLEET_RESTARTS").map_or(10, |count| count.parse().unwrap());
    let drain = env::var("FLEET_DRAIN").unwrap_or_else(|_| "0.5".to_owned());
    let variables = [
        ("DRAIN", &*drain),
        ("REQUESTS_PER_MINUTE", "100000000"),
        // On a loaded machine, Redis answers late.
        ("REDIS_TIMEOUT", "10"),
    ];
    let Some(mut fleet) = Fleet::start(&variables).await else {
        return;
    };
    let load = Load::start(&fleet.address, 16);
    for restart in 0..restarts {
        load.proceed(100).await;
        fleet.restart(restart % 2).await;
    }
    load.proceed(100).await;
    let Outcome { requests, lost } = load.stop().await;
    println!(
        "{restarts} restarts, {requests} requests, {} lost",
        lost.len()
    );
    assert_eq!(lost, [""; 0]);
}
