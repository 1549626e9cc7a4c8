//! Redis is away, in each way that it can be, and comes back.

use std::time::{Duration, Instant};

use crate::{
    servers::Fleet,
    support::{assert_text, request, soon, text},
};

/// The requests that need Redis.
const REQUESTS: [(&str, &str); 4] = [
    ("GET", "/ready"),
    ("GET", "/client"),
    ("GET", "/visits"),
    ("POST", "/visits"),
];

/// The response, through nginx.
const AWAY: &str = "503 Service Unavailable\nconnection: keep-alive\ncontent-length: 32\ncontent-type: application/json\n\
     retry-after: 1\nserver: nginx\n\n{\"detail\":\"Service Unavailable\"}";

/// A request must fail within a second. The rest is for a loaded machine, which schedules it late.
const LIMIT: Duration = Duration::from_millis(1500);

/// Asserts that each request is a 503, and that none waits for long.
async fn assert_away(fleet: &Fleet) {
    for (method, path) in REQUESTS {
        for _ in 0..3 {
            let begin = Instant::now();
            let response = fleet.send(method, path, &[]).await;
            let took = begin.elapsed();
            assert_text(&text(response).await, AWAY);
            assert!(took < LIMIT, "{method} {path}: {took:?}");
        }
    }
    // The process is well.
    assert_eq!(fleet.send("GET", "/live", &[]).await.status(), 204);
}

/// Waits until a request of each kind succeeds in both processes.
async fn until_back(fleet: &Fleet) {
    for process in [0, 1] {
        for (method, path) in REQUESTS {
            let headers = [("x-forwarded-for", "192.0.2.7")];
            soon("Redis", async {
                loop {
                    let request = request(method, path, &headers);
                    if fleet
                        .process(process)
                        .send(request)
                        .await
                        .status()
                        .is_success()
                    {
                        return;
                    }
                }
            })
            .await;
        }
    }
}

#[tokio::test]
async fn requests_are_a_503_while_redis_is_away_and_it_recovers() {
    let Some(mut fleet) = Fleet::start(&[("REQUESTS_PER_MINUTE", "100000")]).await else {
        return;
    };
    until_back(&fleet).await;

    fleet.redis.kill().await;
    assert_away(&fleet).await;
    fleet.redis.start(&[]).await;
    until_back(&fleet).await;

    fleet.redis.signal("STOP");
    assert_away(&fleet).await;
    fleet.redis.signal("CONT");
    until_back(&fleet).await;

    // It loads a key in 20 ms, and so would take 40 s.
    let keys = (0..2000).map(|key| format!("SET key{key} {key:01000}"));
    let save = "SAVE".to_owned();
    fleet
        .redis
        .run(&keys.chain([save]).collect::<Vec<_>>())
        .await;
    fleet.redis.kill().await;
    let slowly = [
        "--key-load-delay",
        "20000",
        "--loading-process-events-interval-bytes",
        "1024",
    ];
    fleet.redis.start(&slowly).await;
    assert_away(&fleet).await;
    fleet.redis.kill().await;

    // Absent when the processes start.
    fleet.restart(0).await;
    fleet.restart(1).await;
    assert_away(&fleet).await;
    fleet.redis.start(&[]).await;
    until_back(&fleet).await;
}

/// The layer's own response is an empty 500.
#[tokio::test]
async fn a_session_that_cannot_be_saved_is_a_503() {
    let Some(fleet) = Fleet::start(&[]).await else {
        return;
    };
    // The rate limit and the counter do not use the command with which a session is saved.
    let command = "ACL SETUSER default -set".to_owned();
    fleet.redis.run(&[command]).await;
    assert_text(&text(fleet.send("POST", "/visits", &[]).await).await, AWAY);
    assert_eq!(fleet.send("GET", "/visits", &[]).await.status(), 200);
}
