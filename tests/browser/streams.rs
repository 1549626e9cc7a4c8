//! WebSockets, which CORS does not concern, and streams of events, which it does.

use serde_json::json;

use crate::{
    cookies::{is_same_site, of_site},
    fetch::Server,
    pages::{ALLOWED, Page, serve, serve_pages},
    policy::{Middleware, POLICIES},
    server::api,
    webdriver::Browser,
};

/// Returns the messages of a WebSocket to each of the paths.
pub(crate) const SOCKETS: &str = "
    const talk = (path) => new Promise((resolve) => {
        const socket = new WebSocket(given.server.replace('http', 'ws') + path);
        const messages = [];
        socket.onmessage = ({ data }) => {
            messages.push(data);
            if (messages.length === 1) socket.send('Hello'); else socket.close();
        };
        socket.onclose = () => resolve(messages);
    });
    return Promise.all(given.paths.map(talk));
";

/// Returns the first two events of a stream with and without credentials. An error that is final counts as an event.
const EVENTS: &str = "
    const listen = (withCredentials) => new Promise((resolve) => {
        const source = new EventSource(given.server + '/events', { withCredentials });
        const events = [];
        source.onmessage = ({ data }) => {
            if (events.push(data) === 2) { source.close(); resolve(events); }
        };
        source.onerror = () => {
            if (source.readyState === EventSource.CLOSED) resolve([...events, 'error']);
        };
    });
    return Promise.all([listen(false), listen(true)]);
";

#[tokio::test]
async fn any_page_opens_a_websocket_that_is_not_guarded_and_reads_the_events_that_cors_allows() {
    let rules = serve_pages().await;
    let Some(browser) = Browser::start(&rules).await else {
        return;
    };
    for policy in &POLICIES {
        for middleware in [Middleware::Cors, Middleware::CorsLayer] {
            let server = Server::new(serve(api(policy, middleware)).await, policy, middleware);
            browser.open(&server.origin).await;
            let login = "await fetch('/cookies/a', { method: 'POST' })";
            browser.run(login, json!(null)).await;
            for page in Page::all(&server.origin) {
                browser.open(&page.url).await;
                let is_own = server.is_own(&page);

                let given = json!({"server": server.origin, "paths": ["/socket", "/guarded"]});
                let cookies = of_site("a", is_same_site(&page.origin, &server.origin)).join(" ");
                let messages = json!([cookies, "Hello"]);
                let is_trusted = is_own || page.origin == ALLOWED[1];
                let guarded = if is_trusted {
                    messages.clone()
                } else {
                    json!([])
                };
                let found = browser.run(SOCKETS, given.clone()).await;
                assert_eq!(found, json!([messages, guarded]), "{page:?} of {server:?}");

                let expected = [false, true].map(|credentials| {
                    if is_own || server.allows(&page.origin, credentials) {
                        json!(["first", "after 7"])
                    } else {
                        json!(["error"])
                    }
                });
                let found = browser.run(EVENTS, given).await;
                assert_eq!(found, json!(expected), "{page:?} of {server:?}");
            }
        }
    }
}
