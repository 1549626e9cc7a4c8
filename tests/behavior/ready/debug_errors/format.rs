//! HTML for browsers, text for others.

use super::{accepting, site};
use crate::support::Events;

#[tokio::test]
async fn the_page_is_html_if_the_request_accepts_it() {
    let app = site(Events::default());
    for (accept, is_html) in [
        ("text/html,application/xhtml+xml,*/*;q=0.8", true),
        ("application/json, text/html;q=0.1", true),
        ("text/plain", false),
        ("*/*", false),
        ("", false),
    ] {
        let reply = accepting(&app, "/message", accept).await;
        assert_eq!(reply.status, 500);
        let kind = if is_html { "text/html" } else { "text/plain" };
        let kind = format!("{kind}; charset=utf-8");
        assert_eq!(reply.header("content-type"), [kind], "{accept}");
        assert_eq!(
            reply.body.starts_with("<!doctype html>"),
            is_html,
            "{accept}"
        );
    }
}

#[tokio::test]
async fn the_html_escapes_the_text() {
    let app = site(Events::default());
    let reply = accepting(&app, "/message", "text/html").await;
    let message = "&lt;script>alert(\"1\")&lt;/script>";
    assert!(reply.body.contains(message), "{}", reply.body);
    assert!(!reply.body.contains("<script"), "{}", reply.body);

    let reply = accepting(&app, "/orders/7", "text/html").await;
    let message = "CannotSave: cannot &lt;b>save&lt;/b>\n";
    assert!(reply.body.contains(message), "{}", reply.body);
    assert!(
        reply.body.contains("the disk &amp; its spare are full"),
        "{}",
        reply.body
    );
    assert!(!reply.body.contains("<b>"), "{}", reply.body);

    let reply = accepting(&app, "/script/&lt;", "text/html").await;
    assert!(
        reply.body.contains("GET /script/&amp;lt; takes"),
        "{}",
        reply.body
    );
}

#[tokio::test]
async fn the_html_loads_nothing() {
    let reply = accepting(&site(Events::default()), "/orders/7", "text/html").await;
    for loads in ["src=", "href=", "url(", "@import", "<link"] {
        assert!(!reply.body.contains(loads), "{loads}");
    }
}
