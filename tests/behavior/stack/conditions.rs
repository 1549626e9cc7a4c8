//! `if` after an entry of a list.

use axum::Router;
use concentric::app;

use crate::support::{Events, Site, hit, note, note_layer, past, said};

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
