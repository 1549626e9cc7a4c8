//! `#[cfg]` on items and entries.

use axum::Router;
use concentric::app;

use crate::support::{Events, Site, hit, note, said};

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
