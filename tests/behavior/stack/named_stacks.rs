//! Named lists: `stack name = [...]` and `..name`.

use axum::Router;
use concentric::app;

use crate::support::{Events, NOT_FOUND, Site, answered, note, reached, say};

fn session() -> note {
    note("session")
}

app! {
    fn site(state: Events, is_on: bool) -> Router
    before routing [..outermost]
    with [..common, note("last")] {
        // The position of a stack does not matter.
        stack browser = [session(), ..checked, note("end")],
        stack common = [note("common"), note("sometimes") if is_on],
        stack outermost = [note("first")],
        stack checked = [
            note("checked"),
            #[cfg(any())]
            note("never"),
        ],
        stack empty = [],

        GET "/" => say("index") with [..empty],
        GET "/browser" => say("browser") with [note("before"), ..browser, note("after")],
        scope "/pages" with [..browser] {
            stack checked = [note("shadows")],
            GET "/" => say("pages") with [..checked],
            GET "/open" => say("open") without [session],
        }
        scope "/own" with [..inner] {
            stack inner = [note("inner")],
            GET "/" => say("own") with [
                #[cfg(any())]
                ..browser,
            ],
        }
        scope {
            #[cfg(any())]
            stack chosen = [note("wrong")],
            #[cfg(not(any()))]
            stack chosen = [note("right")],
            GET "/chosen" => say("chosen") with [..chosen],
        }
    }
}

#[tokio::test]
async fn a_named_stack_expands_where_it_is_spread() {
    let site = Site::new(|events| site(events, false));
    for (path, lists, name) in [
        ("/", "", "index"),
        ("/browser", " before session checked end after", "browser"),
        ("/pages", " session checked end shadows", "pages"),
        ("/pages/open", " checked end", "open"),
        ("/own", " inner", "own"),
        ("/chosen", " right", "chosen"),
    ] {
        let lists = format!("first common last{lists}");
        assert_eq!(
            site.trace("GET", path).await,
            reached(&lists, name),
            "{path}"
        );
    }
    assert_eq!(
        site.trace("GET", "/pages/none").await,
        answered("first common last session checked end", NOT_FOUND)
    );
}

#[tokio::test]
async fn an_entry_of_a_named_stack_may_have_a_condition() {
    let site = Site::new(|events| site(events, true));
    assert_eq!(
        site.trace("GET", "/").await,
        reached("first common sometimes last", "index")
    );
}
