//! `ROUTES` as text: the table, the tree, and the explanation of a request.

use axum::Router;
use concentric::app;
use tower_http::set_header::SetResponseHeaderLayer;

use super::site::site;
use crate::support::send;

#[test]
fn the_table_is_aligned_and_wraps_long_stacks() {
    let text = site::ROUTES.to_string();
    assert_eq!(
        text,
        r#"METHOD   PATH              HANDLER                 MIDDLEWARE, OUTERMOST FIRST
GET      /                 index                   rewrite > header() > session > limit(3) if is_on
GET|PUT  /both             {closure}               rewrite > header() > session > limit(3) if is_on
GET      /account          show                    rewrite > header() > session >
                                                   limit(3) if is_on > auth::authenticate > ByHand >
                                                   limit(1 + 1)
ANY      /account/any      self::index             rewrite > header() > session >
                                                   auth::authenticate > ByHand
mount    /files            get(async || "a file")  rewrite > session > limit(3) if is_on
merge    /                 health()                rewrite > header() > session > limit(3) if is_on
other    2 paths                                   rewrite > header() > session > limit(3) if is_on
other    /account          other_method            rewrite > header() > session >
                                                   limit(3) if is_on > auth::authenticate > ByHand
miss     /account/{*rest}  not_found               rewrite > header() > session >
                                                   limit(3) if is_on > auth::authenticate > ByHand
miss     /{*rest}          not_found               rewrite > header() > session > limit(3) if is_on
"#
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
   │  ├─ other methods of /account => other_method
   │  └─ miss /account/{*rest} => not_found
   ├─ mount /files => get(async || "a file") without [header]
   ├─ merge / => health()
   ├─ other methods of 2 paths
   └─ miss /{*rest} => not_found
"#
    );
}

#[test]
fn an_explanation_lists_the_middleware_that_a_request_runs() {
    let explanation = site::ROUTES
        .explain("DELETE", "/account?token=1")
        .to_string();
    let (first, rest) = explanation.split_once('\n').unwrap();
    assert!(first.starts_with("DELETE /account takes `other /account` => other_method ("));
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
    assert_eq!(unknown.route().to_string(), "miss /{*rest}");
    assert_eq!(unknown.unless().len(), 1);
    assert!(
        unknown
            .to_string()
            .contains("\n  unless `merge health()` has a route for it\n")
    );
    // A route of the app matches this path exactly, so no merged route can.
    assert!(site::ROUTES.explain("GET", "/both").unless().is_empty());
}

#[tokio::test]
async fn long_cells_are_wrapped() {
    async fn a_handler_with_a_name_that_is_longer_than_its_column() {}
    app! {
        fn long() -> Router {
            GET "/a/path/that/is/longer/than/its/column/and/goes/on/and/on/and/on/{id}" =>
                a_handler_with_a_name_that_is_longer_than_its_column
                with [SetResponseHeaderLayer::overriding(http::header::SERVER, http::HeaderValue::from_static("x"))],
        }
    }
    let reply = send(
        &long(),
        "GET",
        &long::url::a_handler_with_a_name_that_is_longer_than_its_column(1),
    )
    .await;
    assert_eq!(reply.header("server"), ["x"]);
    let text = long::ROUTES.to_string();
    assert!(
        text.lines().all(|line| line.chars().count() <= 100),
        "{text}"
    );
    assert_eq!(
        text.lines().take(4).collect::<Vec<_>>(),
        [
            "METHOD  PATH                                  HANDLER                   MIDDLEWARE, OUTERMOST FIRST",
            "GET     /a/path/that/is/longer/than/its/      a_handler_with_a_name_th  SetResponseHeaderLayer(…)",
            "        column/and/goes/on/and/on/and/on/     at_is_longer_than_its_co",
            "        {id}                                  lumn",
        ]
    );
}
