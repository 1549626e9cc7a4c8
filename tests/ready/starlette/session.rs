//! `tests/middleware/test_session.py`.

use axum::{Router, extract::Path};
use concentric::{HttpError, Provided, app, provides};
use tower_sessions::{Expiry, MemoryStore, Session, SessionManagerLayer, cookie::time::Duration};

use crate::support::{Reply, get, get_with};

async fn view(session: Provided<Session>) -> Result<String, HttpError> {
    let some = session.get::<String>("some").await?;
    Ok(some.unwrap_or_else(|| "empty".to_owned()))
}

async fn update(session: Provided<Session>, Path(data): Path<String>) -> Result<(), HttpError> {
    Ok(session.insert("some", data).await?)
}

async fn clear(session: Provided<Session>) -> Result<(), HttpError> {
    session.clear().await;
    Ok(())
}

app! {
    fn site(expiry: Expiry) -> Router with [
        provides::<Session>(SessionManagerLayer::new(MemoryStore::default()).with_expiry(expiry)),
    ] {
        GET "/view" => view,
        GET "/update/{data}" => update,
        GET "/clear" => clear,
    }
}

fn two_weeks() -> Expiry {
    Expiry::OnInactivity(Duration::days(14))
}

/// Returns the cookie of a response, as a client sends it back.
fn cookie(reply: &Reply) -> String {
    let cookie = reply.header("set-cookie");
    cookie.split(';').next().unwrap().to_owned()
}

/// Returns what `/view` shows to a client with this cookie.
async fn view_with(app: &Router, cookie: &str) -> String {
    let reply = get_with(app, "/view", "cookie", cookie).await;
    assert_eq!(reply.status, 200);
    reply.text().to_owned()
}

#[tokio::test]
async fn a_session_is_empty_then_set_then_cleared() {
    let app = site(two_weeks());
    assert_eq!(get(&app, "/view").await.text(), "empty");
    let reply = get(&app, "/update/data").await;
    let seconds = format!("Max-Age={}", 14 * 24 * 3600);
    assert!(reply.header("set-cookie").contains(&seconds), "{reply:?}");
    let cookie = cookie(&reply);
    assert_eq!(view_with(&app, &cookie).await, "data");
    get_with(&app, "/clear", "cookie", &cookie).await;
    assert_eq!(view_with(&app, &cookie).await, "empty");
}

#[tokio::test]
async fn an_expired_session_is_empty() {
    let app = site(Expiry::OnInactivity(Duration::seconds(-1)));
    let cookie = cookie(&get(&app, "/update/data").await);
    assert!(cookie.len() > 10, "{cookie}");
    assert_eq!(view_with(&app, &cookie).await, "empty");
}

#[tokio::test]
async fn a_browser_sends_the_cookie_of_a_session_only_by_https() {
    let reply = get(&site(two_weeks()), "/update/data").await;
    let cookie = reply.header("set-cookie");
    assert!(cookie.split("; ").any(|part| part == "Secure"), "{cookie}");
}

app! {
    fn second() -> Router with [
        provides::<Session>(
            SessionManagerLayer::new(MemoryStore::default()).with_path("/second_app"),
        ),
    ] {
        GET "/update/{data}" => update,
    }
}

app! {
    fn first() -> Router {
        mount "/second_app" => second(),
    }
}

#[tokio::test]
async fn the_cookie_of_a_session_has_the_path_of_the_mounted_app() {
    let reply = get(&first(), "/second_app/update/data").await;
    let cookie = reply.header("set-cookie");
    assert!(
        cookie.split("; ").any(|part| part == "Path=/second_app"),
        "{cookie}"
    );
}

#[tokio::test]
async fn a_session_with_an_invalid_cookie_is_empty() {
    let app = site(two_weeks());
    let cookie = cookie(&get(&app, "/update/data").await);
    let (name, id) = cookie.split_once('=').unwrap();
    // The second is an id that the store does not know.
    for id in ["invalid".to_owned(), id.chars().rev().collect()] {
        assert_eq!(view_with(&app, &format!("{name}={id}")).await, "empty");
    }
}

#[tokio::test]
async fn a_session_of_the_browser_has_no_max_age() {
    let reply = get(&site(Expiry::OnSessionEnd), "/update/data").await;
    let cookie = reply.header("set-cookie");
    assert!(
        !cookie.is_empty() && !cookie.contains("Max-Age"),
        "{cookie}"
    );
    assert!(!cookie.contains("Expires"), "{cookie}");
}

app! {
    fn domain() -> Router with [
        provides::<Session>(
            SessionManagerLayer::new(MemoryStore::default()).with_domain(".example.com"),
        ),
    ] {
        GET "/update/{data}" => update,
    }
}

#[tokio::test]
async fn the_cookie_of_a_session_has_the_domain() {
    let reply = get(&domain(), "/update/data").await;
    let cookie = reply.header("set-cookie");
    assert!(
        cookie.to_lowercase().contains("domain=example.com"),
        "{cookie}"
    );
}
