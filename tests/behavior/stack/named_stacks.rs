//! `stack name = [...]` and `..name`: lists by their names.

use axum::Router;
use concentric::app;

use crate::support::{Events, NOT_FOUND, Site, hit, note, past, said};

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
        stack checked = [note("checked"), #[cfg(any())] note("never")],
        stack empty = [],

        GET "/" => said("index") with [..empty],
        GET "/browser" => said("browser") with [note("before"), ..browser, note("after")],
        scope "/pages" with [..browser] {
            stack checked = [note("shadows")],
            GET "/" => said("pages") with [..checked],
            GET "/open" => said("open") without [session],
        }
        scope "/own" with [..inner] {
            stack inner = [note("inner")],
            GET "/" => said("own") with [#[cfg(any())] ..browser],
        }
        scope {
            #[cfg(any())]
            stack chosen = [note("wrong")],
            #[cfg(not(any()))]
            stack chosen = [note("right")],
            GET "/chosen" => said("chosen") with [..chosen],
        }
    }
}

#[tokio::test]
async fn a_stack_is_as_if_it_were_written_where_it_is_named() {
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
        assert_eq!(site.trace("GET", path).await, hit(&lists, name), "{path}");
    }
    assert_eq!(
        site.trace("GET", "/pages/none").await,
        past("first common last session checked end", NOT_FOUND)
    );
}

#[tokio::test]
async fn an_entry_of_a_stack_may_stand_under_a_condition() {
    let site = Site::new(|events| site(events, true));
    assert_eq!(
        site.trace("GET", "/").await,
        hit("first common sometimes last", "index")
    );
}
