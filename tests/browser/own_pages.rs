//! The page that `debug_errors` makes, and that of the `backend` example.

use std::io;

use axum::Router;
use concentric::{DebugErrors, HttpError, app};
use serde_json::json;

use crate::{pages::serve, support::Server, webdriver::Browser};

app! {
    fn site() -> Router with [DebugErrors::even_in_release(site::ROUTES)] {
        GET "/" => async || HttpError::from(io::Error::other("<b>This is a sample error</b>")),
    }
}

/// The documents load a script, which the test does not need.
const CDN: &str = "cdn.jsdelivr.net";

#[tokio::test]
async fn the_page_of_an_error_and_that_of_a_document_cause_no_error_in_the_console() {
    let Some(browser) = Browser::start(&format!("MAP {CDN} ~NOTFOUND")).await else {
        return;
    };
    let site = format!("http://{}/", serve(site()).await);
    let backend = Server::start("backend").await;
    let documents = format!("http://{}/docs", backend.address());
    for (url, script, shown, failure) in [
        (
            &site,
            "document.body.innerText",
            "<b>This is a sample error</b>",
            "500 (Internal Server Error)",
        ),
        (
            &documents,
            "document.querySelector('#api-reference').textContent",
            "\"openapi\":\"3.1.0\"",
            CDN,
        ),
    ] {
        browser.open(url).await;
        let text = browser.run(&format!("return {script}"), json!(null)).await;
        assert!(text.as_str().unwrap().contains(shown), "{text}");
        let console = browser.console().await;
        let is_expected = |line: &String| line.contains(failure) || line.contains("/favicon.ico");
        assert!(console.iter().all(is_expected), "{console:#?}");
    }
}
