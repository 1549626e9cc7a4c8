//! The group "Sessions".

use axum::{Router, extract::FromRef};
use axum_extra::extract::cookie::{Cookie, Key, SignedCookieJar};
use concentric::{HttpError, Next, Provided, Request, Response, app, middleware, provides};
use tower_sessions::{Expiry, MemoryStore, Session, SessionManagerLayer, cookie::time::Duration};

use crate::support::{Reply, get, get_with};

async fn count(session: Provided<Session>) -> Result<String, HttpError> {
    let count = session.get::<u32>("count").await?.unwrap_or(0);
    session.insert("count", count + 1).await?;
    Ok(count.to_string())
}

async fn clear(session: Provided<Session>) -> Result<(), HttpError> {
    Ok(session.flush().await?)
}

/// Rejects requests without a session.
#[middleware]
async fn require_session(
    session: Provided<Session>,
    req: Request,
    next: Next,
) -> Result<Response, HttpError> {
    match session.get::<u32>("count").await? {
        Some(_) => Ok(next.run(req).await),
        None => Err(HttpError::unauthorized("log in first")),
    }
}

app! {
    fn site(store: MemoryStore) -> Router
    with [provides::<Session>(SessionManagerLayer::new(store))] {
        GET "/" => count,
        GET "/clear" => clear,
        GET "/account" => "yours" with [require_session],
    }
}

app! {
    fn signed(store: MemoryStore) -> Router with [
        provides::<Session>(
            SessionManagerLayer::new(store)
                .with_signed(tower_sessions::cookie::Key::from(&[7; 64])),
        ),
    ] {
        GET "/" => count,
    }
}

app! {
    fn expiring(store: MemoryStore) -> Router with [
        provides::<Session>(
            SessionManagerLayer::new(store).with_expiry(Expiry::OnInactivity(Duration::days(14))),
        ),
    ] {
        GET "/" => count,
    }
}

/// Returns the cookie of a response, as a client sends it back.
fn cookie(reply: &Reply) -> String {
    let cookie = reply.header("set-cookie");
    cookie.split(';').next().unwrap().to_owned()
}

#[tokio::test]
async fn a_session_lasts_from_request_to_request() {
    let app = site(MemoryStore::default());
    let first = get(&app, "/").await;
    assert_eq!(first.text(), "0");
    assert!(
        first
            .header("set-cookie")
            .contains("HttpOnly; SameSite=Strict; Secure")
    );
    let cookie = cookie(&first);
    assert_eq!(get_with(&app, "/", "cookie", &cookie).await.text(), "1");
    assert_eq!(
        get_with(&app, "/account", "cookie", &cookie).await.text(),
        "yours"
    );
    get_with(&app, "/clear", "cookie", &cookie).await;
    assert_eq!(
        get_with(&app, "/account", "cookie", &cookie).await.status,
        401
    );
}

#[tokio::test]
async fn a_forged_session_cookie_begins_a_new_session() {
    let store = MemoryStore::default();
    let app = signed(store.clone());
    let first = get(&app, "/").await;
    assert_eq!(
        get_with(&app, "/", "cookie", &cookie(&first)).await.text(),
        "1"
    );
    let forged = cookie(&get(&site(store), "/").await);
    assert_eq!(get_with(&app, "/", "cookie", &forged).await.text(), "0");
}

#[tokio::test]
async fn a_session_ends_after_two_weeks_without_requests() {
    let reply = get(&expiring(MemoryStore::default()), "/").await;
    assert!(
        reply.header("set-cookie").contains("Max-Age=1209600"),
        "{reply:?}"
    );
}

#[derive(Clone)]
struct Keys(Key);

impl FromRef<Keys> for Key {
    fn from_ref(keys: &Keys) -> Self {
        keys.0.clone()
    }
}

async fn theme(jar: SignedCookieJar) -> (SignedCookieJar, String) {
    let theme = jar.get("theme").map(|cookie| cookie.value().to_owned());
    (
        jar.add(Cookie::new("theme", "dark")),
        theme.unwrap_or_default(),
    )
}

app! {
    fn themed(state: Keys) -> Router {
        GET "/" => theme,
    }
}

#[tokio::test]
async fn a_signed_cookie_cannot_be_forged() {
    let app = themed(Keys(Key::from(&[7; 64])));
    let first = get(&app, "/").await;
    assert_eq!(
        get_with(&app, "/", "cookie", &cookie(&first)).await.text(),
        "dark"
    );
    assert_eq!(get_with(&app, "/", "cookie", "theme=dark").await.text(), "");
}
