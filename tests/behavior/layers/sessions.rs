//! The session layer of tower-sessions, which `provides` declares.

use axum::Router;
use concentric::{HttpError, Next, Provided, Request, Response, app, middleware, provides};
use http::header::{COOKIE, SET_COOKIE};
use tower_sessions::{MemoryStore, Session, SessionManagerLayer, SessionStore};

use crate::support::{Reply, request, send_request};

/// Counts the requests of a session, whatever the store is.
#[middleware(requires(SessionManagerLayer<_>))]
async fn count_visits(
    session: Provided<Session>,
    req: Request,
    next: Next,
) -> Result<Response, HttpError> {
    let visits: u32 = session.get("visits").await?.unwrap_or_default();
    session.insert("visits", visits + 1).await?;
    Ok(next.run(req).await)
}

async fn visits(session: Provided<Session>) -> Result<String, HttpError> {
    let visits: Option<u32> = session.get("visits").await?;
    Ok(format!("{visits:?}"))
}

app! {
    fn shop<T: SessionStore + Clone>(store: T) -> Router
    with [provides::<Session>(SessionManagerLayer::new(store).with_secure(false))] {
        GET "/" => visits with [count_visits],
        GET "/static" => async || "no session" without [SessionManagerLayer],
    }
}

async fn visit(app: &Router, cookie: Option<&str>) -> Reply {
    let mut request = request("GET", "/");
    if let Some(cookie) = cookie {
        request
            .headers_mut()
            .insert(COOKIE, cookie.parse().unwrap());
    }
    send_request(app, request).await
}

#[tokio::test]
async fn the_data_of_a_session_survives_two_requests() {
    let app = shop(MemoryStore::default());
    let first = visit(&app, None).await;
    assert_eq!(first.brief(), "200 Some(1)");
    let [cookie] = &*first.header(SET_COOKIE.as_str()) else {
        panic!("expected one cookie, found {first}");
    };
    let cookie = cookie.split(';').next().unwrap();
    assert_eq!(visit(&app, Some(cookie)).await.brief(), "200 Some(2)");
    assert_eq!(visit(&app, None).await.brief(), "200 Some(1)");
}

#[test]
fn the_route_table_names_the_session_layer() {
    let missing = shop::ROUTES.missing("SessionManagerLayer").to_string();
    assert!(
        missing.contains("/static") && !missing.contains("visits"),
        "{missing}"
    );
}
