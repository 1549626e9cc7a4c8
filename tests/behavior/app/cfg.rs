//! `#[cfg]` on items and entries.

use axum::Router;
use concentric::app;

use crate::support::{Events, Site, note, reached, say};

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
        GET "/" => say("index"),

        #[cfg(any())]
        GET "/" => no_such_handler,

        #[cfg(any())]
        fallback => no_such_handler,
        #[cfg(test)]
        fallback => say("fallback"),

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
            GET "/" => say("scope") with [
                #[cfg(any())]
                no_such_middleware,
                note("d"),
            ],
        }
    }
}

#[tokio::test]
async fn cfg_removes_items_and_entries() {
    let site = Site::new(configured);
    assert_eq!(site.trace("GET", "/").await, reached("a b", "index"));
    assert_eq!(site.trace("GET", "/nope").await, reached("a b", "fallback"));
    assert_eq!(
        site.trace("GET", "/scope").await,
        reached("a b c d", "scope")
    );
    assert_eq!(
        site.trace("GET", "/scope/x").await,
        reached("a b c", "fallback")
    );
}
