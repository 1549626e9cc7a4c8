//! One path with routes inside and outside of parts.

use axum::Router;
use concentric::{Part, app};

use super::twins::{assert_same, echo};
use crate::support::{Events, METHOD_NOT_ALLOWED, Site, answered, note};

app! {
    fn writes(state: Events) -> Part with [note("writes")] {
        POST "/" => echo("post"),
        PUT "/x" => echo("put"),
        scope "/deep" with [note("deep writes")] {
            DELETE "/x" => echo("delete"),
        }
        method_not_allowed => echo("405 of writes"),
    }
}

app! {
    fn reads(state: Events) -> Part with [note("reads")] {
        GET "/" => echo("get"),
        GET "/x" => echo("get x"),
        method_not_allowed => echo("405 of reads"),
    }
}

app! {
    fn shared(state: Events) -> Router with [note("app")] {
        method_not_allowed => echo("405 of the app"),
        scope "/a" with [note("a")] {
            PATCH "/" => echo("patch"),
            include reads(state.clone()) with [note("one")],
            include writes(state.clone()) with [note("other")],
            GET "/deep/x" => echo("deep get"),
        }
        scope "/b" with [note("b")] {
            method_not_allowed => echo("405 of b"),
            include writes(state.clone()) as b_writes,
            ANY "/x" => echo("any"),
        }
    }
}

#[tokio::test]
async fn the_405_of_a_shared_path_belongs_to_the_innermost_scope_around_all_its_routes() {
    let site = Site::new(shared);
    for (path, allowed, lists, name) in [
        ("/a", "PATCH,GET,HEAD,POST", "app a", "405 of the app"),
        ("/a/x", "GET,HEAD,PUT", "app a", "405 of the app"),
        ("/a/deep/x", "DELETE,GET,HEAD", "app a", "405 of the app"),
        ("/b", "POST", "app b writes", "405 of writes"),
    ] {
        let reply = site.send("OPTIONS", path).await;
        let mut methods: Vec<&str> = reply.header("allow")[0].split(',').collect();
        methods.sort_unstable();
        let mut expected: Vec<&str> = allowed.split(',').collect();
        expected.sort_unstable();
        assert_eq!(methods, expected, "{path}");
        assert_eq!(reply.body, name, "{path}");
        let events = site.events.take();
        let ins: Vec<_> = events
            .iter()
            .filter_map(|event| event.strip_prefix("in "))
            .collect();
        assert_eq!(ins, lists.split(' ').collect::<Vec<_>>(), "{path}");
        let row = shared::ROUTES.explain("OPTIONS", path);
        assert_eq!(row.route().to_string(), format!("405 {path}"));
        assert_eq!(row.middleware().len(), ins.len(), "{path}");
        let rows = shared::ROUTES
            .iter()
            .filter(|row| row.to_string() == format!("405 {path}"));
        assert_eq!(rows.count(), 1, "{path}");
    }
    for (method, path, answer) in [
        ("GET", "/a", "200 get"),
        ("POST", "/a", "200 post"),
        ("PATCH", "/a", "200 patch"),
        ("PUT", "/a/x", "200 put"),
        ("GET", "/a/deep/x", "200 deep get"),
        ("DELETE", "/a/deep/x", "200 delete"),
        // `ANY` of the application answers what the part does not.
        ("PUT", "/b/x", "200 put"),
        ("GET", "/b/x", "200 any"),
    ] {
        assert_eq!(
            site.send(method, path).await.brief(),
            answer,
            "{method} {path}"
        );
    }
    assert!(
        !shared::ROUTES
            .iter()
            .any(|row| row.to_string() == "405 /b/x")
    );
}

app! {
    fn post_x(state: Events) -> Part {
        POST "/x" => echo("post"),
        GET "/y" => echo("y"),
    }
}

app! {
    fn put_x(state: Events) -> Part with [note("put")] {
        PUT "/x" => echo("put"),
        include post_x(state),
    }
}

app! {
    fn get_x(state: Events) -> Router with [note("app")] {
        GET "/s/x" => echo("get"),
        scope "/s" with [note("s")] {
            include put_x(state.clone()),
        }
    }
}

app! {
    fn get_x_in_place(state: Events) -> Router with [note("app")] {
        GET "/s/x" => echo("get"),
        scope "/s" with [note("s")] {
            scope with [note("put")] {
                PUT "/x" => echo("put"),
                POST "/x" => echo("post"),
                GET "/y" => echo("y"),
            }
        }
    }
}

#[tokio::test]
async fn a_path_is_shared_over_several_borders_as_in_place() {
    let (parts, whole) = (Site::new(get_x), Site::new(get_x_in_place));
    let twins = [(&parts, get_x::ROUTES), (&whole, get_x_in_place::ROUTES)];
    assert_same(twins, &["/s/x", "/s/y", "/s", "/s/z"]).await;
    assert_eq!(
        parts.trace("PATCH", "/s/x").await,
        answered("app", METHOD_NOT_ALLOWED)
    );
    let rows = |table: &concentric::RouteTable| {
        let mut rows: Vec<_> = table.iter().map(ToString::to_string).collect();
        rows.sort();
        rows
    };
    assert_eq!(rows(get_x::ROUTES), rows(get_x_in_place::ROUTES));
}
