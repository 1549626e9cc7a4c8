//! Scopes, with and without a prefix.

use axum::{Router, extract::Path};
use concentric::app;

use crate::support::{Events, Site, answered, note, reached, say};

app! {
    fn nested(state: Events) -> Router with [note("app")] {
        scope with [note("a")] {
            scope "/b" with [note("b")] {
                scope {
                    scope "/c/{c}" with [note("c")] {
                        scope with [note("d")] {
                            scope with [] {
                                scope "/e" {
                                    GET "/" => say("root of e"),
                                    GET "/{*rest}" =>
                                        async |Path((c, rest)): Path<(u8, String)>| {
                                            format!("{c} {rest}")
                                        },
                                }
                                GET "/" => say("root of c"),
                            }
                        }
                        POST "/x/" => say("slash"),
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
        ("GET", "/b/c/1", reached("app a b c d", "root of c")),
        ("GET", "/b/c/1/e", reached("app a b c d", "root of e")),
        ("GET", "/b/c/1/e/f/g", answered("app a b c d", "200 1 f/g")),
        ("POST", "/b/c/1/x/", reached("app a b c", "slash")),
        (
            "POST",
            "/b/c/1/x",
            answered("app a b c", r#"404 {"detail":"Not Found"}"#),
        ),
        (
            "GET",
            "/b/c",
            answered("app a b", r#"404 {"detail":"Not Found"}"#),
        ),
        (
            "GET",
            "/b/c/1/e/",
            answered("app a b c d", r#"404 {"detail":"Not Found"}"#),
        ),
    ] {
        assert_eq!(site.trace(method, path).await, passed, "{path}");
    }
}

app! {
    fn siblings(state: Events) -> Router {
        scope with [note("a")] {
            GET "/a" => say("a"),
        }
        scope with [note("b")] {
            GET "/b" => say("b"),
        }
        GET "/c" => say("c"),
    }
}

#[tokio::test]
async fn the_list_of_a_scope_applies_only_to_its_own_items() {
    let site = Site::new(siblings);
    assert_eq!(
        site.trace("GET", "/a").await,
        ["in a", "a", "out a", "200 a"]
    );
    assert_eq!(
        site.trace("GET", "/b").await,
        ["in b", "b", "out b", "200 b"]
    );
    assert_eq!(site.trace("GET", "/c").await, ["c", "200 c"]);
}
