//! The signature of `app!`.

use std::fmt::Display;

use axum::{
    Router,
    extract::{FromRef, State},
};
use concentric::{Next, Request, Response, app, middleware};

use crate::support::{Events, Site, note, reached, say, send};

app! {
    fn no_state() -> Router {}
}

app! {
    /// Accepts any state with events, any word, and a borrowed name.
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
        note({
            tokio::task::yield_now().await;
            name
        }),
    ] {
        GET "/" => std::future::ready(say("index")).await,
        merge std::future::ready(Router::new()).await,
    }
}

#[tokio::test]
async fn the_signature_may_be_generic_async_and_without_state() {
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
    let app = tokio::spawn(asynchronous(events.clone(), "name"));
    let app = app.await.unwrap();
    let site = Site { app, events };
    assert_eq!(site.trace("GET", "/").await, reached("name", "index"));
}
