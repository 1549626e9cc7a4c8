//! Conditional items in `ROUTES`.

use axum::{Router, routing::get};
use concentric::{Next, Part, Request, Response, app, middleware};

#[middleware]
async fn authenticate(req: Request, next: Next) -> Response {
    next.run(req).await
}

#[middleware]
async fn log(req: Request, next: Next) -> Response {
    next.run(req).await
}

async fn index() {}
async fn old() {}
async fn new() {}

app! {
    fn guarded(is_on: bool) -> Router {
        GET "/{*rest}" as rest => index,
        scope "/admin" if is_on with [authenticate] {
            GET "/users" as users => index,
        }
        GET "/x" => new if is_on with [authenticate],
        GET "/x" => old if !is_on,
        scope "/s" if is_on with [authenticate] {}
        scope "/s" if !is_on {
            GET "/y" as y => index if is_on,
        }
    }
}

#[test]
fn under_lists_what_can_answer_under_any_outcome_of_the_conditions() {
    let routes = guarded::ROUTES;
    let lines = |selection: concentric::Selection<'_>| {
        selection
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
    };
    assert_eq!(routes.under("/admin"), ["GET /{*rest}", "GET /admin/users"]);
    for (path, routes_without, unmatched_without) in [
        ("/admin", &["GET /{*rest}"][..], &["405 /{*rest}"][..]),
        (
            "/x",
            &["GET /{*rest}", "GET /x"],
            &["405 /{*rest}", "405 /x"],
        ),
        (
            "/s",
            &["GET /{*rest}", "GET /s/y"],
            &["405 /{*rest}", "405 /s/y", "404 /s/{*rest}"],
        ),
    ] {
        assert_eq!(
            lines(routes.under(path).missing("authenticate")),
            routes_without,
            "{path}"
        );
        let unmatched = routes.unmatched().under(path).missing("authenticate");
        assert_eq!(lines(unmatched), unmatched_without, "{path}");
    }
}

app! {
    fn answering(is_on: bool) -> Router {
        scope "/s" {
            include answered() as first if is_on with [authenticate],
            include answered() as second if !is_on with [log],
        }
    }
}

app! {
    fn answered() -> Part {
        fallback => index,
    }
}

/// The part that answers them may not exist.
#[test]
fn the_unmatched_paths_of_a_scope_have_a_row_for_each_part_that_may_answer_them() {
    let rows = answering::ROUTES.iter();
    let rows: Vec<_> = rows
        .map(|row| format!("{row}: {:?}", row.conditions()))
        .collect();
    assert_eq!(
        rows,
        [
            "404 /s/{*rest}: [\"is_on\"]",
            "404 /s/{*rest}: [\"!is_on\"]",
            "404 /s/{*rest}: []",
            "404 /{*rest}: []",
        ]
    );
    let unmatched = answering::ROUTES.unmatched().under("/s");
    assert_eq!(unmatched.iter().count(), 3);
    assert_eq!(
        unmatched.missing("log"),
        ["404 /s/{*rest}", "404 /s/{*rest}"]
    );
}

app! {
    fn printed(is_on: bool, level: u8) -> Router with [log] {
        GET "/x" => new if is_on with [authenticate],
        GET "/x" => old if !is_on,
        POST "/a/very/long/path" => index if level > 3 && is_on,
        scope "/admin" if is_on with [authenticate] {
            GET "/users" as users => index if level == (3) || level == 5,
            mount "/files" => get("file") if is_on,
            scope if level > 7 {
                merge Router::new() if is_on,
            }
        }
        scope "/part" {
            include part(is_on) if is_on with [log if is_on],
        }
    }
}

app! {
    fn part(is_even: bool) -> Part {
        GET "/inner" as inner => index if is_even,
    }
}

#[test]
fn conditions_returns_the_conditions_of_a_row_outermost_first() {
    let rows = printed::ROUTES.iter();
    let rows: Vec<_> = rows
        .map(|row| format!("{row}: {}", row.conditions().join(" | ")))
        .collect();
    assert_eq!(
        rows,
        [
            "GET /x: is_on",
            "GET /x: !is_on",
            "POST /a/very/long/path: level > 3 && is_on",
            "GET /admin/users: is_on | level == (3) || level == 5",
            "mount /admin/files: is_on | is_on",
            "merge /admin: is_on | level > 7 | is_on",
            "GET /part/inner: is_on | is_even",
            "405 /x: ",
            "405 /a/very/long/path: ",
            "405 /admin/users: is_on",
            "405 /part/inner: is_on",
            "404 /part/{*rest}: ",
            "404 /admin/{*rest}: is_on",
            "404 /{*rest}: ",
        ]
    );
}

#[test]
fn the_table_prints_conditions_after_handlers() {
    assert_eq!(
        printed::ROUTES.to_string(),
        r#"METHOD  PATH               HANDLER                                         MIDDLEWARE, OUTERMOST FIRST
GET     /x                 new if is_on                                    log > authenticate
GET     /x                 old if !is_on                                   log
POST    /a/very/long/path  index if level > 3 && is_on                     log
GET     /admin/users       index if is_on && (level == (3) || level == 5)  log > authenticate
mount   /admin/files       get("file") if is_on && is_on                   log > authenticate
merge   /admin             Router::new() if is_on && level > 7 && is_on    log > authenticate
GET     /part/inner        index if is_on && is_even                       log > log if is_on
405     2 paths                                                            log
405     /admin/users       if is_on                                        log > authenticate
405     /part/inner        if is_on                                        log > log if is_on
404     /part/{*rest}                                                      log
404     /admin/{*rest}     if is_on                                        log > authenticate
404     /{*rest}                                                           log
"#
    );
}

#[test]
fn the_tree_prints_conditions_of_items_and_scopes() {
    assert_eq!(
        printed::ROUTES.tree().to_string(),
        r#"app with [log]
├─ GET /x => new if is_on with [authenticate]
├─ GET /x => old if !is_on
├─ POST /a/very/long/path => index if level > 3 && is_on
├─ scope /admin if is_on with [authenticate]
│  ├─ GET /admin/users as users => index if level == (3) || level == 5
│  ├─ mount /admin/files => get("file") if is_on
│  ├─ scope if level > 7
│  │  └─ merge /admin => Router::new() if is_on
│  ├─ 405 /admin/users
│  └─ 404 /admin/{*rest}
├─ scope /part
│  ├─ part part if is_on with [log if is_on]
│  │  ├─ GET /part/inner as inner => index if is_even
│  │  └─ 405 /part/inner
│  └─ 404 /part/{*rest}
├─ 405 2 paths
└─ 404 /{*rest}
"#
    );
}

#[test]
fn an_explanation_prints_conditions() {
    let text = printed::ROUTES.explain("GET", "/part/inner").to_string();
    let (first, rest) = text.split_once('\n').unwrap();
    let takes = "GET /part/inner takes `GET /part/inner` => index if is_on && is_even (";
    assert!(first.starts_with(takes), "{first}");
    assert_eq!(rest, "  app    log\n  route  log if is_on\n");
}

#[test]
fn a_document_has_the_routes_under_conditions_too() {
    let document = serde_json::json!({
        "openapi": "3.1.0",
        "paths": { "/x": { "get": {} }, "/part/inner": { "get": {} }, "/part/other": { "get": {} } },
    });
    let differences = printed::ROUTES.openapi_differences(&document);
    assert_eq!(
        differences,
        [
            "POST /a/very/long/path is not in the document",
            "GET /admin/users is not in the document",
            "GET /part/other is in the document, but is not a route",
        ]
    );
}

#[test]
fn the_described_applications_can_be_made() {
    let _ = (guarded(false), answering(true), printed(true, 1));
}
