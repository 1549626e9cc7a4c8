//! Each combination of a method, a header and credentials.

use crate::{
    fetch::{Fetch, Server},
    pages::{Page, serve, serve_pages},
    policy::{Middleware, POLICIES, QUICKSTART},
    server::{TOKEN, api},
    support,
    webdriver::Browser,
};

const METHODS: [&str; 8] = [
    "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "REPORT",
    // Not the same as `PATCH`, in contrast to the other methods.
    "patch",
];

const HEADERS: [Option<(&str, &str)>; 5] = [
    None,
    Some(TOKEN),
    Some(("content-type", "text/plain")),
    Some(("content-type", "application/json")),
    Some(("x-own", "yes")),
];

/// The paths of the quickstart.
const PATHS: [&str; 5] = ["/", "/protected", "/error", "/panic", "/nowhere"];

/// Returns each combination for these paths.
fn fetches(paths: &[&'static str]) -> Vec<Fetch> {
    let mut fetches = Vec::new();
    for &path in paths {
        for method in METHODS {
            for header in HEADERS {
                fetches.extend([false, true].map(|credentials| Fetch {
                    path,
                    method,
                    header,
                    credentials,
                }));
            }
        }
    }
    fetches
}

#[tokio::test]
async fn a_script_reads_what_the_fetch_standard_lets_it_read() {
    let rules = serve_pages().await;
    let Some(browser) = Browser::start(&rules).await else {
        return;
    };
    let quickstart = support::Server::start("quickstart").await;
    let address = quickstart.address().parse().unwrap();
    let mut servers = vec![(
        Server::new(address, &QUICKSTART, Middleware::Cors),
        fetches(&PATHS),
    )];
    for (number, policy) in POLICIES.iter().enumerate() {
        for middleware in [Middleware::Cors, Middleware::CorsLayer] {
            let address = serve(api(policy, middleware)).await;
            let mut fetches = fetches(&["/any"]);
            // The quickstart has done so for `Cors`.
            if number == 0 && middleware == Middleware::CorsLayer {
                fetches.extend(self::fetches(&PATHS));
            }
            servers.push((Server::new(address, policy, middleware), fetches));
        }
    }
    let mut count = 0;
    let mut differences = Vec::new();
    for (server, fetches) in &servers {
        for page in Page::all(&server.origin) {
            browser.open(&page.url).await;
            differences.extend(server.differences(&browser, &page, fetches).await);
            count += fetches.len();
        }
    }
    println!("{count} requests");
    let shown = differences.iter().take(10).cloned().collect::<Vec<_>>();
    assert!(
        differences.is_empty(),
        "{} of {count} differ\n\n{}",
        differences.len(),
        shown.join("\n\n")
    );
}
