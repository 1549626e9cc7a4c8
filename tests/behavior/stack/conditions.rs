//! `if` after an entry of a list.

use axum::Router;
use concentric::app;

use crate::support::{Events, Site, answered, note, note_layer, reached, say};

app! {
    fn conditional(state: Events, events: &Events, is_on: bool) -> Router with [
        note({
            events.add("makes a");
            "a"
        })
            if {
                events.add("asks for a");
                is_on
            },
        note_layer(events, "layer") if is_on,
        note("b") if !is_on && cfg!(test),
    ] {
        GET "/" => say("index") with [
            note({
                events.add("makes c");
                "c"
            })
                if {
                    events.add("asks for c");
                    is_on
                },
        ],
        scope "/scope" with [note("d") if is_on, note("e"), note("f") if !is_on] {
            GET "/" => say("scope"),
        }
    }
}

#[tokio::test]
async fn an_entry_whose_condition_is_true_runs() {
    let site = Site::new(|events| conditional(events.clone(), &events, true));
    let made = ["asks for a", "makes a", "asks for c", "makes c"];
    assert_eq!(site.events.take(), made);
    // A request does not evaluate the conditions again.
    assert_eq!(site.trace("GET", "/").await, reached("a layer c", "index"));
    assert_eq!(site.trace("GET", "/").await, reached("a layer c", "index"));
    assert_eq!(
        site.trace("GET", "/scope").await,
        reached("a layer d e", "scope")
    );
    assert_eq!(
        site.trace("GET", "/scope/nope").await,
        answered("a layer d e", r#"404 {"detail":"Not Found"}"#)
    );
}

#[tokio::test]
async fn an_entry_whose_condition_is_false_is_never_built() {
    let site = Site::new(|events| conditional(events.clone(), &events, false));
    assert_eq!(site.events.take(), ["asks for a", "asks for c"]);
    assert_eq!(site.trace("GET", "/").await, reached("b", "index"));
    assert_eq!(site.trace("GET", "/scope").await, reached("b e f", "scope"));
}
