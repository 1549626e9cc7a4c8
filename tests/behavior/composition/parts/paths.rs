//! Paths: those of a part follow the prefix of the place where it is included, at any depth.

use axum::{Router, extract::Path};
use concentric::{Part, app};

use super::twins::{assert_same, echo};
use crate::support::{Events, METHOD_NOT_ALLOWED, NOT_FOUND, Server, Site, note, send};

app! {
    fn lines(state: Events) -> Part {
        GET "/" => echo("lines"),
        GET "/{line}" => echo("line"),
        scope "/totals/{currency}" with [note("totals")] {
            GET "/" => echo("totals"),
        }
    }
}

app! {
    fn items(state: Events) -> Part {
        GET "/" => echo("items"),
        scope "/{item}" with [note("item")] {
            GET "/" => echo("item"),
            scope "/lines" with [note("lines")] {
                include lines(state.clone()),
            }
        }
    }
}

app! {
    fn orders(state: Events) -> Part with [note("orders")] {
        POST "/" => echo("new"),
        ANY "/any" => echo("any"),
        GET "/files/{*rest}" => echo("files"),
        scope "/{order}" with [note("order")] {
            DELETE "/" => echo("delete"),
            include items(state.clone()) with [note("items")],
        }
    }
}

app! {
    fn in_parts(state: Events) -> Router with [note("app")] {
        GET "/" => echo("index"),
        fallback => echo("404 of the app"),
        method_not_allowed => echo("405 of the app"),
        scope "/shops/{shop}" with [note("shop")] {
            GET "/" => echo("shop"),
            scope "/orders" {
                include orders(state.clone()),
            }
            fallback => echo("404 of the shop"),
        }
    }
}

app! {
    fn in_place(state: Events) -> Router with [note("app")] {
        GET "/" => echo("index"),
        fallback => echo("404 of the app"),
        method_not_allowed => echo("405 of the app"),
        scope "/shops/{shop}" with [note("shop")] {
            GET "/" => echo("shop"),
            scope "/orders" {
                scope with [note("orders")] {
                    POST "/" => echo("new"),
                    ANY "/any" => echo("any"),
                    GET "/files/{*rest}" => echo("files"),
                    scope "/{order}" with [note("order")] {
                        DELETE "/" => echo("delete"),
                        scope with [note("items")] {
                            GET "/" => echo("items"),
                            scope "/{item}" with [note("item")] {
                                GET "/" => echo("item"),
                                scope "/lines" with [note("lines")] {
                                    GET "/" => echo("lines"),
                                    GET "/{line}" => echo("line"),
                                    scope "/totals/{currency}" with [note("totals")] {
                                        GET "/" => echo("totals"),
                                    }
                                }
                            }
                        }
                    }
                }
            }
            fallback => echo("404 of the shop"),
        }
    }
}

#[tokio::test]
async fn parts_at_any_depth_answer_as_if_they_were_written_in_place() {
    let (parts, whole) = (Site::new(in_parts), Site::new(in_place));
    let twins = [(&parts, in_parts::ROUTES), (&whole, in_place::ROUTES)];
    let paths = [
        "/",
        "/nothing",
        "/shops",
        "/shops/s",
        "/shops/s/",
        "/shops/s/nothing",
        "/shops/s/orders",
        "/shops/s/orders/",
        "/shops/s/orders/any",
        "/shops/s/orders/files/a/b",
        "/shops/s/orders/files",
        "/shops/s/orders/7",
        "/shops/s/orders/7/",
        "/shops/s/orders/7/8",
        "/shops/s/orders/7/8/nothing",
        "/shops/s/orders/7/8/lines",
        "/shops/s/orders/7/8/lines/",
        "/shops/s/orders/7/8/lines/9",
        "/shops/s/orders/7/8/lines/9/nothing",
        "/shops/s/orders/7/8/lines/totals",
        "/shops/s/orders/7/8/lines/totals/eur",
        "/shops/s/orders/7/8/lines/totals/eur/x",
        // Oddly spelled.
        "//shops/s/orders/7",
        "/shops/s//orders/7/8/nothing",
        "/shops/s/orders/%37/8/lines%2ftotals",
        "/shops/s/./orders/7/8/lines/totals/eur/x",
        "/shops/s/orders/7/8/x/../lines/totals/eur/x",
        "/shops//orders/7",
        "/%73hops/s/orders/7",
    ];
    assert_same(twins, &paths).await;
}

app! {
    fn at_the_root(state: Events) -> Part {
        GET "/" => echo("root"),
        GET "/{*rest}" => echo("rest"),
    }
}

#[tokio::test]
async fn a_part_without_a_prefix_around_it_has_its_own_paths() {
    app! {
        fn whole(state: Events) -> Router {
            include at_the_root(state),
        }
    }
    let site = Site::new(whole);
    assert_eq!(site.trace("GET", "/").await, ["root", "200 root"]);
    assert_eq!(site.trace("GET", "/a").await, ["rest", "200 rest rest=a"]);
    assert_eq!(site.trace("POST", "/a").await, [METHOD_NOT_ALLOWED]);
    assert_eq!(whole::ROUTES.rows()[0].to_string(), "GET /");
}

#[tokio::test]
async fn one_part_is_included_at_two_prefixes() {
    async fn pair(Path((shop, order)): Path<(u32, u32)>) -> String {
        format!("{shop} {order}")
    }
    app! {
        fn order(state: Events, name: &'static str) -> Part with [note(name)] {
            GET "/orders/{order}" => pair,
        }
    }
    app! {
        fn whole(state: Events) -> Router {
            scope "/a/{shop}" {
                include order(state.clone(), "a") as first,
            }
            scope "/b/{shop}" {
                include order(state.clone(), "b") as second,
            }
        }
    }
    let site = Site::new(whole);
    assert_eq!(
        site.trace("GET", "/a/1/orders/2").await,
        ["in a", "out a", "200 1 2"]
    );
    assert_eq!(
        site.trace("GET", "/b/3/orders/4").await,
        ["in b", "out b", "200 3 4"]
    );
    assert_eq!(site.trace("GET", "/b/3/orders").await, [NOT_FOUND]);
    assert_eq!(whole::url::first(1).pair(2), "/a/1/orders/2");
    assert_eq!(whole::url::second(3).pair(4), "/b/3/orders/4");
}

#[tokio::test]
async fn an_application_with_parts_is_served_over_a_socket() {
    let server = Server::start(in_parts(Events::default())).await;
    let answer = server.answer("GET", "/shops/s/orders/7/8/lines/9").await;
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    assert!(
        answer.ends_with("line shop=s order=7 item=8 line=9"),
        "{answer}"
    );
    let answer = server.answer("GET", "/shops//orders/7%2F8/nothing").await;
    assert!(answer.starts_with("HTTP/1.1 "), "{answer}");
}

#[tokio::test]
async fn an_application_with_parts_can_be_nested_in_plain_axum() {
    let router = Router::new().nest("/nested", in_parts(Events::default()));
    let reply = send(&router, "GET", "/nested/shops/s/orders/7/8").await;
    assert_eq!(reply.brief(), "200 item shop=s order=7 item=8");
    let reply = send(&router, "GET", "/nested/shops/s/nothing").await;
    assert_eq!(reply.brief(), "200 404 of the shop shop=s");
}
