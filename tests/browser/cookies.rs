//! Which cookies a server gets from which page, by the rules of
//! [`SameSite`](https://httpwg.org/http-extensions/draft-ietf-httpbis-rfc6265bis.html#name-samesite-cookies).

use serde_json::{Value, json};

use crate::{
    fetch::Server,
    pages::{Page, serve, serve_pages},
    policy::{Middleware, QUICKSTART},
    server::{api, cookies::COOKIES},
    webdriver::Browser,
};

/// Returns the names of the cookies of a prefix that a page of this or of another site may set, and sends.
pub(crate) fn of_site(prefix: &str, is_same_site: bool) -> Vec<String> {
    let cookies = COOKIES
        .iter()
        .filter(|(name, _)| is_same_site || *name == "none");
    cookies
        .map(|(name, _)| format!("{prefix}_{name}"))
        .collect()
}

/// Returns whether two origins are of one site. `localhost` is a public suffix, so `other.localhost` is a site.
pub(crate) fn is_same_site(one: &str, other: &str) -> bool {
    fn host(origin: &str) -> Option<&str> {
        origin.strip_prefix("http://")?.split(':').next()
    }
    host(one) == host(other)
}

async fn fetch(browser: &Browser, url: String, method: &str, credentials: &str) -> Value {
    let script = "
        const response = await fetch(given.url, given);
        return given.method === 'GET' ? response.json() : response.status;
    ";
    let given = json!({"url": url, "method": method, "credentials": credentials});
    browser.run(script, given).await
}

#[tokio::test]
async fn a_page_sets_and_sends_the_cookies_that_same_site_allows() {
    let rules = serve_pages().await;
    let Some(browser) = Browser::start(&rules).await else {
        return;
    };
    let port = serve(api(&QUICKSTART, Middleware::Cors)).await.port();
    for host in ["localhost", "api.localhost"] {
        let server = Server {
            origin: format!("http://{host}:{port}"),
            policy: &QUICKSTART,
            middleware: Middleware::Cors,
        };
        let url = |path: &str| format!("{}{path}", server.origin);
        let mut stored = Vec::new();
        for (number, page) in Page::all(&server.origin).iter().enumerate() {
            browser.open(&page.url).await;
            let is_own = server.is_own(page);
            let is_same_site = is_same_site(&page.origin, &server.origin);
            for credentials in ["omit", "include"] {
                let prefix = format!("{number}_{credentials}");
                let login = url(&format!("/cookies/{prefix}"));
                let status = fetch(&browser, login, "POST", credentials).await;
                let includes = credentials == "include";
                let may_read = is_own || server.allows(&page.origin, includes);
                assert_eq!(status == 200, may_read, "{page:?}: {status}");
                // The browser stores the cookies also if the page may not read the response.
                if includes {
                    stored.extend(of_site(&prefix, is_same_site));
                }
                let sent: Vec<_> = stored
                    .iter()
                    .filter(|name| includes && (is_same_site || name.ends_with("_none")))
                    .collect();
                let seen = fetch(&browser, url("/cookies"), "GET", credentials).await;
                if may_read {
                    assert_eq!(seen, json!(sent), "{page:?} with {credentials}");
                } else {
                    assert_eq!(seen, "TypeError: Failed to fetch", "{page:?}");
                }
            }
        }
        // The last page is the one of the server, which has the cookies of all pages.
        let readable = browser.run("return document.cookie", json!(null)).await;
        let hidden = "_strict";
        assert!(!readable.as_str().unwrap().contains(hidden), "{readable}");
        assert!(stored.iter().any(|name| name.ends_with(hidden)));
    }
}
