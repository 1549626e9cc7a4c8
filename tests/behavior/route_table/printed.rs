//! `ROUTES` as text: the table, the tree, and the explanation of a request.

use axum::Router;
use concentric::{Next, Request, Response, app, middleware};
use tower_http::set_header::SetResponseHeaderLayer;

use super::site::site;

#[test]
fn the_table_is_aligned_and_names_the_common_middleware_once() {
    let text = site::ROUTES.to_string();
    assert_eq!(
        text,
        r#"before routing: rewrite
all rows: header() > session > limit(3) if is_on
METHOD   PATH              HANDLER                 MIDDLEWARE, OUTERMOST FIRST
GET      /                 index                   …
GET|PUT  /both             {closure}               …
GET      /account          show                    … > auth::authenticate > ByHand > limit(1 + 1)
ANY      /account/any      self::index             … without [limit] > auth::authenticate > ByHand
mount    /files            get(async || "a file")  … without [header]
merge    /                 health()                …
405      2 paths                                   …
405      /account          other_method            … > auth::authenticate > ByHand
404      /account/{*rest}  not_found               … > auth::authenticate > ByHand
404      /{*rest}          not_found               …
"#
    );
}

#[test]
fn a_long_list_breaks_between_entries() {
    #[middleware]
    async fn a_middleware_with_a_name(req: Request, next: Next) -> Response {
        next.run(req).await
    }
    async fn index() {}
    app! {
        fn long() -> Router {
            GET "/" => index with [
                a_middleware_with_a_name,
                a_middleware_with_a_name,
                a_middleware_with_a_name,
                a_middleware_with_a_name,
            ],
        }
    }
    let _ = long();
    assert_eq!(
        long::ROUTES.to_string(),
        "\
METHOD  PATH      HANDLER  MIDDLEWARE, OUTERMOST FIRST
GET     /         index    a_middleware_with_a_name > a_middleware_with_a_name >
                           a_middleware_with_a_name > a_middleware_with_a_name
405     /
404     /{*rest}
"
    );
}

#[test]
fn the_tree_shows_the_nesting_of_scopes() {
    assert_eq!(
        site::ROUTES.tree().to_string(),
        r#"before routing with [rewrite]
└─ app with [header(), session, limit(3) if is_on]
   ├─ GET / => index
   ├─ GET|PUT /both as both => {closure}
   ├─ scope /account with [auth::authenticate, ByHand]
   │  ├─ GET /account => show with [limit(1 + 1)]
   │  ├─ scope without [limit]
   │  │  └─ ANY /account/any => self::index
   │  ├─ 405 /account => other_method
   │  └─ 404 /account/{*rest} => not_found
   ├─ mount /files => get(async || "a file") without [header]
   ├─ merge / => health()
   ├─ 405 2 paths
   └─ 404 /{*rest} => not_found
"#
    );
}

#[test]
fn an_explanation_lists_the_middleware_that_a_request_runs() {
    let explanation = site::ROUTES
        .explain("DELETE", "/account?token=1")
        .to_string();
    let (first, rest) = explanation.split_once('\n').unwrap();
    assert!(first.starts_with("DELETE /account takes `405 /account` => other_method ("));
    assert_eq!(
        rest,
        "  unless [rewrite] makes another request of it
  before routing  rewrite
  app             header()
  app             session, provides Session
  app             limit(3) if is_on
  scope /account  auth::authenticate, provides User, u16, requires Session
  scope /account  ByHand, provides Vec<Session>, requires Session
"
    );
    let unknown = site::ROUTES.explain("GET", "/nothing");
    assert_eq!(unknown.route().to_string(), "404 /{*rest}");
    assert_eq!(unknown.unless().len(), 1);
    assert!(
        unknown
            .to_string()
            .contains("\n  unless `merge health()` has a route for it\n")
    );
    // A route of the app matches this path exactly, so no merged route can.
    assert!(site::ROUTES.explain("GET", "/both").unless().is_empty());
}

#[test]
fn a_line_never_breaks_a_name_and_conditions_are_printed() {
    async fn a_handler_with_a_name_that_is_longer_than_its_column() {}
    app! {
        fn long(is_public: bool) -> Router with [
            SetResponseHeaderLayer::overriding(
                http::header::SERVER,
                http::HeaderValue::from_static("x"),
            ),
            SetResponseHeaderLayer::overriding(
                http::header::VARY,
                http::HeaderValue::from_static("y"),
            ) if is_public,
        ] {
            GET "/a/path/that/is/longer/than/its/column/and/goes/on/and/on/and/on/{id}" =>
                a_handler_with_a_name_that_is_longer_than_its_column,
        }
    }
    let _ = long(true);
    assert_eq!(
        long::ROUTES.to_string(),
        "all rows: SetResponseHeaderLayer(…) > SetResponseHeaderLayer(…) if is_public
METHOD  PATH                                                                   HANDLER                                               MIDDLEWARE, OUTERMOST FIRST
GET     /a/path/that/is/longer/than/its/column/and/goes/on/and/on/and/on/{id}  a_handler_with_a_name_that_is_longer_than_its_column  …
405     /a/path/that/is/longer/than/its/column/and/goes/on/and/on/and/on/{id}                                                        …
404     /{*rest}                                                                                                                     …
"
    );
}

#[test]
fn the_405s_with_the_same_answer_are_one_row() {
    #[middleware]
    async fn log(req: Request, next: Next) -> Response {
        next.run(req).await
    }
    async fn list() {}
    app! {
        fn api() -> Router {
            scope "/api" {
                scope "/users" {
                    GET "/" => list,
                }
                scope "/orders" {
                    GET "/" => list,
                }
                scope "/logs" with [log] {
                    GET "/" => list,
                }
            }
        }
    }
    let _ = api();
    let text = api::ROUTES.to_string();
    let rows: Vec<_> = text
        .lines()
        .filter(|line| line.starts_with("405"))
        .collect();
    assert_eq!(
        rows,
        [
            "405     2 paths under /api",
            "405     /api/logs                     log",
        ]
    );
}

#[test]
fn a_short_entry_is_printed_as_written_although_its_condition_is_long() {
    #[middleware]
    async fn log(req: Request, next: Next) -> Response {
        next.run(req).await
    }
    app! {
        fn logged(is_public: bool, is_local_address: bool) -> Router
        with [log if !is_public || is_local_address] {
            GET "/" => "hello",
        }
    }
    let _ = logged(true, true);
    let text = logged::ROUTES.to_string();
    assert!(
        text.contains(" log if !is_public || is_local_address\n"),
        "{text}"
    );
}
