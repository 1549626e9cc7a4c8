//! Responses that the browser's cache has for another origin, or for a request without one.

use serde_json::json;

use crate::{
    fetch::Server,
    pages::{Page, serve, serve_pages},
    policy::{Middleware, POLICIES},
    server::api,
    webdriver::Browser,
};

/// Loads a response as an image does, without an `Origin`, and then reads it.
const SCRIPT: &str = "
    await fetch(given, { mode: 'no-cors' });
    return fetch(given).then((response) => response.text()).catch((error) => error.name);
";

/// The [standard](https://fetch.spec.whatwg.org/#cors-protocol-and-http-caches) says which responses need a `Vary`.
#[tokio::test]
async fn a_script_reads_a_response_whichever_request_has_cached_it() {
    let rules = serve_pages().await;
    let Some(browser) = Browser::start(&rules).await else {
        return;
    };
    for policy in &POLICIES {
        for middleware in [Middleware::Cors, Middleware::CorsLayer] {
            let server = Server::new(serve(api(policy, middleware)).await, policy, middleware);
            for page in Page::all(&server.origin) {
                browser.open(&page.url).await;
                let url = format!("{}/cached", server.origin);
                let found = browser.run(SCRIPT, json!(url)).await;
                let may_read = server.is_own(&page) || server.allows(&page.origin, false);
                let expected = if may_read { "cached" } else { "TypeError" };
                assert_eq!(found, expected, "{page:?} of {server:?}");
            }
        }
    }
}
