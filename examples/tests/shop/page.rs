//! The page, and the cookie with which it logs in.

use crate::{
    COOKIE, OLGA, json, post,
    support::{Server, assert_text, request},
    unauthorized,
};

const LOGIN: &str = r#"{"token":"ada-token"}"#;
const ADA: &str = r#"{"name":"ada","role":"customer"}"#;

#[tokio::test]
async fn a_page_logs_in_with_a_cookie() {
    let server = Server::start("shop").await;
    let cookie = "set-cookie: token=ada-token; HttpOnly; SameSite=Strict; Path=/; Max-Age=28800";
    assert_text(
        &server.reply(post("/login", &[], LOGIN)).await,
        &json("200 OK", &[cookie], ADA),
    );
    let proxy = [("x-forwarded-proto", "https")];
    let secure = cookie.replace("Path", "Secure; Path");
    assert_text(
        &server.reply(post("/login", &proxy, LOGIN)).await,
        &json("200 OK", &[&secure], ADA),
    );
    let unknown = post("/login", &[], r#"{"token":"eve-token"}"#);
    assert_text(&server.reply(unknown).await, &unauthorized());
}

#[tokio::test]
async fn a_page_logs_out() {
    let server = Server::start("shop").await;
    let reply = server.reply(post("/logout", &[COOKIE], "")).await;
    let removed = "204 No Content\nset-cookie: token=; Path=/; Max-Age=0; ";
    assert!(reply.starts_with(removed), "{reply}");
}

#[tokio::test]
async fn the_cookie_selects_the_account_unless_a_header_does() {
    let server = Server::start("shop").await;
    assert_text(
        &server.get("/account", &[COOKIE]).await,
        &json("200 OK", &[], ADA),
    );
    assert_text(
        &server.get("/account", &[COOKIE, OLGA]).await,
        &json("200 OK", &[], r#"{"name":"olga","role":"owner"}"#),
    );
    let unknown = ("cookie", "token=eve-token");
    assert_text(&server.get("/account", &[unknown]).await, &unauthorized());
}

#[tokio::test]
async fn a_page_of_another_origin_cannot_act_with_the_cookie() {
    let server = Server::start("shop").await;
    let order = |headers: &[_]| {
        post(
            "/orders",
            &[&[COOKIE], headers].concat(),
            r#"{"product":"tea"}"#,
        )
    };
    let rejected = json("403 Forbidden", &[], r#"{"detail":"cross-site request"}"#);
    for headers in [
        [("origin", "http://other.test")],
        // Another port of the same site, to which a browser sends the cookie.
        [("origin", "http://localhost:8080")],
        [("sec-fetch-site", "same-site")],
    ] {
        assert_text(&server.reply(order(&headers)).await, &rejected);
        assert_text(
            &server.reply(post("/login", &headers, LOGIN)).await,
            &rejected,
        );
        let cancel = [&[COOKIE][..], &headers].concat();
        let cancel = request("DELETE", "/orders/1", &cancel);
        assert_text(&server.reply(cancel).await, &rejected);
    }
    let reply = server
        .reply(order(&[("sec-fetch-site", "same-origin")]))
        .await;
    assert!(reply.starts_with("201 Created"), "{reply}");
}

#[tokio::test]
async fn the_page_links_to_files_that_exist() {
    let server = Server::start("shop").await;
    let page = server.get("/", &[]).await;
    assert!(page.starts_with("200 OK\ncontent-length: "), "{page}");
    assert!(page.contains("content-type: text/html"), "{page}");
    let files: Vec<&str> = page
        .split('"')
        .filter(|text| text.starts_with("/static/"))
        .collect();
    assert_eq!(files, ["/static/shop.css", "/static/shop.js"]);
    for file in files {
        let reply = server.get(file, &[]).await;
        assert!(reply.starts_with("200 OK"), "{file}: {reply}");
    }
}
