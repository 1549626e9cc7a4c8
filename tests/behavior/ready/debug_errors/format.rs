//! HTML for browsers, text for others.

use super::{accepting, site};
use crate::support::Events;

#[tokio::test]
async fn the_page_is_html_for_those_who_accept_it() {
    let app = site(Events::default());
    for (accept, is_html) in [
        ("text/html,application/xhtml+xml,*/*;q=0.8", true),
        ("application/json, Text/HTML ;q=0.1", true),
        ("text/html;q=0, text/plain", false),
        ("text/html;q=0.000", false),
        ("text/htmlx", false),
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
async fn the_html_escapes_all_values() {
    let app = site(Events::default());
    let reply = accepting(&app, "/message", "text/html").await;
    let message = "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;";
    assert!(reply.body.contains(message), "{}", reply.body);
    assert!(!reply.body.contains("<script"), "{}", reply.body);

    let reply = accepting(&app, "/orders/7", "text/html").await;
    let message = "CannotSave: cannot &lt;b&gt;save&lt;/b&gt;\n";
    assert!(reply.body.contains(message), "{}", reply.body);
    assert!(
        reply.body.contains("the disk &amp; its spare are full"),
        "{}",
        reply.body
    );
    assert!(!reply.body.contains("<b>"), "{}", reply.body);

    // A path may have a quote. All of it is in the row.
    let reply = accepting(&app, "/script/'onload='x&y", "text/html").await;
    assert!(
        reply
            .body
            .contains("GET /script/&#39;onload=&#39;x&amp;y takes"),
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
