//! The application whose rows the tests read: one of every kind.

use axum::{Router, extract::State, routing::get};
use concentric::{Chain, Middleware, Next, Provided, Provides, Request, Response, app, middleware};
use tower_http::set_header::SetResponseHeaderLayer;

/// A middleware written by hand.
struct ByHand;

#[derive(Clone)]
pub(super) struct Session;

#[derive(Clone)]
struct User;

impl Provides for ByHand {
    type Types = (Vec<Session>,);
}

impl Middleware<u8, concentric::Requires<Session>> for ByHand {
    async fn handle<'a, E: Chain<u8>>(
        &'a self,
        req: Request,
        next: Next<'a, (Vec<Session>,), u8, E>,
    ) -> Response {
        next.provide(Vec::new()).run(req).await
    }
}

#[middleware]
pub(super) async fn session(req: Request, next: Next<Session>) -> Response {
    next.provide(Session).run(req).await
}

mod auth {
    use super::{Next, Provided, Request, Response, Session, State, User, middleware};

    #[middleware]
    pub(super) async fn authenticate(
        State(_): State<u8>,
        _: Provided<Session>,
        req: Request,
        next: Next<(User, u16)>,
    ) -> Response {
        next.provide((User, 7)).run(req).await
    }
}

#[middleware]
pub(super) async fn limit(#[config] most: &u32, req: Request, next: Next) -> Response {
    assert!(*most > 0);
    next.run(req).await
}

#[middleware]
async fn rewrite(req: Request, next: Next) -> Response {
    next.run(req).await
}

async fn index() {}

async fn show(_: Provided<User>) {}

async fn not_found() {}

async fn other_method() {}

fn header() -> SetResponseHeaderLayer<http::HeaderValue> {
    SetResponseHeaderLayer::overriding(
        http::header::SERVER,
        http::HeaderValue::from_static("tests"),
    )
}

fn health() -> Router {
    Router::new().route("/health", get(async || "ok"))
}

app! {
    /// Not the description of a row.
    pub(super) fn site(state: u8, is_on: bool) -> Router
    before routing [rewrite]
    with [header(), session, limit(3) if is_on] {
        /// The front page.
        ///
        /// It says hello.
        GET "/" => index,
        GET | PUT "/both" as both => async || "both",

        scope "/account" with [auth::authenticate, ByHand] {
            GET "/" => show with [limit(1 + 1)],
            scope without [limit] {
                ANY "/any" => self::index,
            }
            method_not_allowed => other_method,
            #[cfg(any())]
            GET "/never" => index,
        }
        /// What others wrote.
        mount "/files" => get(async || "a file") without [header],
        merge health(),
        fallback => not_found,
    }
}
