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

/// Asserts that each request is a 503, and that none waits for long.
async fn assert_away(fleet: &Fleet) {
    for (method, path) in REQUESTS {
        let mut shortest = Duration::MAX;
        for _ in 0..3 {
            let begin = Instant::now();
            let response = fleet.send(method, path, &[]).await;
            shortest = shortest.min(begin.elapsed());
            assert_text(
                &text(response).await,
                "503 Service Unavailable\nconnection: keep-alive\ncontent-length: 32\ncontent-type: application/json\n\
                 retry-after: 1\nserver: nginx\n\n{\"detail\":\"Service Unavailable\"}",
            );
        }
        assert!(
            shortest < Duration::from_secs(1),
            "{method} {path}: {shortest:?}"
        );
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

    // It loads a key in two milliseconds.
    let keys = (0..2000).map(|key| format!("SET key{key} {key:01000}"));
    let save = "SAVE".to_owned();
    fleet
        .redis
        .run(&keys.chain([save]).collect::<Vec<_>>())
        .await;
    fleet.redis.kill().await;
    let slowly = [
        "--key-load-delay",
        "2000",
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
