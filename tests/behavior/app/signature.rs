//! `app!`: methods, paths, conditions, and what a signature may be.

use std::fmt::Display;

use axum::{
    Router,
    extract::{FromRef, Path, State},
};
use concentric::{Next, Request, Response, app, middleware};

use crate::support::{Events, Site, hit, note, note_layer, past, said, send};

app! {
    fn methods() -> Router {
        GET "/each" => async || "get",
        POST "/each" => async || "post",
        PUT "/each" => async || "put",
        PATCH "/each" => async || "patch",
        DELETE "/each" => async || "delete",
        HEAD "/each" => async || [("x-head", "head")],
        OPTIONS "/each" => async || "options",
        TRACE "/each" => async || "trace",
        CONNECT "/each" => async || [("x-connect", "connect")],

        GET | POST | DELETE "/some" => async |method: http::Method| method.to_string(),
        PUT "/some" => async || "put",

        ANY "/any" => async |method: http::Method| method.to_string(),
        GET "/any" => async || "get",
    }
}

#[tokio::test]
async fn a_route_answers_its_methods() {
    let app = methods();
    for method in ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"] {
        let reply = send(&app, method, "/each").await;
        assert_eq!(reply.brief(), format!("200 {}", method.to_lowercase()));
    }
    let reply = send(&app, "HEAD", "/each").await;
    assert_eq!(reply, "200\ncontent-length: 0\nx-head: head\n\n");
    let reply = send(&app, "CONNECT", "/each").await;
    assert_eq!(reply, "200\nx-connect: connect\n\n");

    for (method, path, answer) in [
        ("GET", "/some", "200 GET"),
        ("POST", "/some", "200 POST"),
        ("DELETE", "/some", "200 DELETE"),
        ("PUT", "/some", "200 put"),
        ("PATCH", "/some", r#"405 {"detail":"Method Not Allowed"}"#),
        ("GET", "/any", "200 get"),
        ("POST", "/any", "200 POST"),
        ("PURGE", "/any", "200 PURGE"),
    ] {
        let reply = send(&app, method, path).await;
        assert_eq!(reply.brief(), answer, "{method} {path}");
    }
    assert_eq!(
        send(&app, "PATCH", "/some").await.header("allow"),
        ["GET,HEAD,POST,DELETE,PUT"]
    );
}

app! {
    fn nested(state: Events) -> Router with [note("app")] {
        scope with [note("a")] {
            scope "/b" with [note("b")] {
                scope {
                    scope "/c/{c}" with [note("c")] {
                        scope with [note("d")] {
                            scope with [] {
                                scope "/e" {
                                    GET "/" => said("root of e"),
                                    GET "/{*rest}" => async |Path((c, rest)): Path<(u8, String)>| {
                                        format!("{c} {rest}")
                                    },
                                }
                                GET "/" => said("root of c")
                            }
                        }
                        POST "/x/" => said("slash")
                    }
                }
            }
        }
    }
}

#[tokio::test]
async fn scopes_nest_with_and_without_prefixes() {
    let site = Site::new(nested);
    for (method, path, passed) in [
        ("GET", "/b/c/1", hit("app a b c d", "root of c")),
        ("GET", "/b/c/1/e", hit("app a b c d", "root of e")),
        ("GET", "/b/c/1/e/f/g", past("app a b c d", "200 1 f/g")),
        ("POST", "/b/c/1/x/", hit("app a b c", "slash")),
        (
            "POST",
            "/b/c/1/x",
            past("app a b c", r#"404 {"detail":"Not Found"}"#),
        ),
        (
            "GET",
            "/b/c",
            past("app a b", r#"404 {"detail":"Not Found"}"#),
        ),
        (
            "GET",
            "/b/c/1/e/",
            past("app a b c d", r#"404 {"detail":"Not Found"}"#),
        ),
    ] {
        assert_eq!(site.trace(method, path).await, passed, "{path}");
    }
}

app! {
    fn conditional(state: Events, events: &Events, is_on: bool) -> Router with [
        note({ events.add("makes a"); "a" }) if { events.add("asks for a"); is_on },
        note_layer(events, "layer") if is_on,
        note("b") if !is_on && cfg!(test),
    ] {
        GET "/" => said("index") with [
            note({ events.add("makes c"); "c" }) if { events.add("asks for c"); is_on },
        ],
        scope "/scope" with [note("d") if is_on, note("e"), note("f") if !is_on] {
            GET "/" => said("scope"),
        }
    }
}

#[tokio::test]
async fn an_entry_under_a_condition_that_holds_is_there() {
    let site = Site::new(|events| conditional(events.clone(), &events, true));
    let made = ["asks for a", "makes a", "asks for c", "makes c"];
    assert_eq!(site.events.take(), made);
    // Nothing is asked again for a request.
    assert_eq!(site.trace("GET", "/").await, hit("a layer c", "index"));
    assert_eq!(site.trace("GET", "/").await, hit("a layer c", "index"));
    assert_eq!(
        site.trace("GET", "/scope").await,
        hit("a layer d e", "scope")
    );
    assert_eq!(
        site.trace("GET", "/scope/nope").await,
        past("a layer d e", r#"404 {"detail":"Not Found"}"#)
    );
}

#[tokio::test]
async fn an_entry_under_a_condition_that_does_not_hold_is_not_even_made() {
    let site = Site::new(|events| conditional(events.clone(), &events, false));
    assert_eq!(site.events.take(), ["asks for a", "asks for c"]);
    assert_eq!(site.trace("GET", "/").await, hit("b", "index"));
    assert_eq!(site.trace("GET", "/scope").await, hit("b e f", "scope"));
}

app! {
    fn configured(state: Events) -> Router with [
        #[cfg(any())]
        no_such_middleware,
        #[cfg(test)]
        note("a"),
        #[cfg(all())]
        note("b") if true,
    ] {
        /// A description.
        #[cfg(test)]
        GET "/" => said("index"),

        #[cfg(any())]
        GET "/" => no_such_handler,

        #[cfg(any())]
        fallback => no_such_handler,
        #[cfg(test)]
        fallback => said("fallback"),

        #[cfg(any())]
        scope "/scope" with [no_such_middleware] {
            GET "/" => no_such_handler,
        }
        #[cfg(test)]
        scope "/scope" with [note("c")] {
            #[cfg(any())]
            mount "/x" => no_such_service,
            #[cfg(any())]
            merge no_such_router,
            #[cfg(any())]
            method_not_allowed => no_such_handler,
            GET "/" => said("scope") with [#[cfg(any())] no_such_middleware, note("d")],
        }
    }
}

#[tokio::test]
async fn items_and_entries_can_be_left_out() {
    let site = Site::new(configured);
    assert_eq!(site.trace("GET", "/").await, hit("a b", "index"));
    assert_eq!(site.trace("GET", "/nope").await, hit("a b", "fallback"));
    assert_eq!(site.trace("GET", "/scope").await, hit("a b c d", "scope"));
    assert_eq!(
        site.trace("GET", "/scope/x").await,
        hit("a b c", "fallback")
    );
}

app! {
    fn no_state() -> Router {}
}

app! {
    /// Any state that has events, any word, and a borrowed name.
    #[must_use]
    pub(crate) fn generic<'a, S, W>(name: &'a str, word: W, state: S) -> Router
    where
        S: Clone + Send + Sync + 'static,
        W: Display + Clone + Send + Sync + 'static,
        Events: FromRef<S>,
    with [note(name), shout(word.clone())] {
        GET "/" => {
            let word = word.to_string();
            move || std::future::ready(word.clone())
        },
    }
}

/// Records a word of any type.
#[middleware]
async fn shout<W>(
    #[config] word: &W,
    State(events): State<Events>,
    req: Request,
    next: Next,
) -> Response
where
    W: Display + Send + Sync,
{
    events.add(format!("{word}!"));
    next.run(req).await
}

app! {
    async fn asynchronous(state: Events, name: &str) -> Router with [
        note({ tokio::task::yield_now().await; name }),
    ] {
        GET "/" => said("index"),
        merge std::future::ready(Router::new()).await,
    }
}

#[tokio::test]
async fn the_signature_is_that_of_any_function() {
    assert_eq!(
        send(&no_state(), "GET", "/").await.brief(),
        r#"404 {"detail":"Not Found"}"#
    );
    let site = Site::new(|events| generic("name", 7, events));
    assert_eq!(
        site.trace("GET", "/").await,
        ["in name", "7!", "out name", "200 7"]
    );
    let events = Events::default();
    let app = asynchronous(events.clone(), "name").await;
    let site = Site { app, events };
    assert_eq!(site.trace("GET", "/").await, hit("name", "index"));
}
