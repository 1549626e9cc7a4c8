//! `ROUTES`: what an application says of itself.

use axum::{Router, extract::State, routing::get};
use concentric::{
    Contract, Endpoint, Level, Middleware, Next, Provided, Request, Response, RouteInfo, RouteKind,
    app, middleware,
};
use tower_http::set_header::SetResponseHeaderLayer;

/// A middleware that is written by hand.
struct ByHand;

#[derive(Clone)]
struct Session;

#[derive(Clone)]
struct User;

impl Contract for ByHand {
    type Provides = (Vec<Session>,);
}

impl Middleware<u8, concentric::Requires<Session>> for ByHand {
    async fn handle<'a, E: Endpoint<u8>>(
        &'a self,
        req: Request,
        next: Next<'a, (Vec<Session>,), u8, E>,
    ) -> Response {
        next.provide(Vec::new()).run(req).await
    }
}

#[middleware]
async fn session(req: Request, next: Next<Session>) -> Response {
    next.provide(Session).run(req).await
}

mod auth {
    use super::{Next, Provided, Request, Response, Session, State, User, middleware};

    #[middleware]
    pub(super) async fn authenticate(
        State(_): State<u8>,
        _: Provided<Session>,
        req: Request,
        next: Next<(User, u16)>,
    ) -> Response {
        next.provide((User, 7)).run(req).await
    }
}

#[middleware]
async fn limit(#[config] most: &u32, req: Request, next: Next) -> Response {
    assert!(*most > 0);
    next.run(req).await
}

#[middleware]
async fn rewrite(req: Request, next: Next) -> Response {
    next.run(req).await
}

async fn index() {}

async fn show(_: Provided<User>) {}

async fn not_found() {}

async fn other_method() {}

fn header() -> SetResponseHeaderLayer<http::HeaderValue> {
    SetResponseHeaderLayer::overriding(
        http::header::SERVER,
        http::HeaderValue::from_static("tests"),
    )
}

fn health() -> Router {
    Router::new().route("/health", get(async || "ok"))
}

app! {
    /// Not about a row.
    fn site(state: u8, is_on: bool) -> Router
    before routing [rewrite]
    with [header(), session, limit(3) if is_on] {
        /// The front page.
        ///
        /// It says hello.
        GET "/" => index,
        GET | PUT "/both" as both => async || "both",

        scope "/account" with [auth::authenticate, ByHand] {
            GET "/" => show with [limit(
                1 +
                1
            )],
            scope without [limit] {
                ANY "/any" => self::index,
            }
            method_not_allowed => other_method,
            #[cfg(any())]
            GET "/never" => index,
        }
        /// What others wrote.
        mount "/files" => get(async || "a file") without [header],
        merge health(),
        fallback => not_found,
    }
}

/// Each row with what it has, in words.
fn lines(rows: &[RouteInfo]) -> Vec<String> {
    let line = |row: &RouteInfo| {
        let entries = row.middleware();
        let entries: Vec<_> = entries.iter().map(ToString::to_string).collect();
        format!(
            "{row} => {} [{}]",
            row.handler().unwrap_or("-"),
            entries.join(", ")
        )
    };
    rows.iter().map(line).collect()
}

#[test]
fn there_is_a_row_for_all_that_is_served_and_for_what_is_not() {
    let app = "rewrite, header(), session, limit(3) if is_on";
    assert_eq!(
        lines(site::ROUTES),
        [
            format!("GET / => index [{app}]"),
            format!("GET|PUT /both => {{closure}} [{app}]"),
            format!("GET /account => show [{app}, auth::authenticate, ByHand, limit(1 + 1)]"),
            "ANY /account/any => self::index \
             [rewrite, header(), session, auth::authenticate, ByHand]"
                .to_owned(),
            "mount /files => get(async || \"a file\") [rewrite, session, limit(3) if is_on]"
                .to_owned(),
            format!("merge / => health() [{app}]"),
            format!("other / => - [{app}]"),
            format!("other /both => - [{app}]"),
            format!("other /account => other_method [{app}, auth::authenticate, ByHand]"),
            format!("miss /account/{{*rest}} => not_found [{app}, auth::authenticate, ByHand]"),
            format!("miss /{{*rest}} => not_found [{app}]"),
        ]
    );
}

fn row(text: &str) -> &'static RouteInfo {
    let mut rows = site::ROUTES.iter();
    rows.find(|row| row.to_string() == text).unwrap()
}

#[test]
fn a_row_says_what_is_written() {
    let front = row("GET /");
    assert_eq!(front.kind(), RouteKind::Route);
    assert_eq!(front.methods(), ["GET"]);
    assert_eq!(front.description(), "The front page.\n\nIt says hello.");
    assert_eq!(front.name(), None, "`index` is not unique");
    assert!(front.file().ends_with("rows.rs"), "{}", front.file());
    let line = |text: &str| {
        let mut lines = include_str!("rows.rs").lines().zip(1..);
        lines
            .find(|(line, _)| line.trim().starts_with(text))
            .unwrap()
            .1
    };
    assert_eq!(front.line(), line("GET \"/\" => index"));
    assert_eq!(row("GET|PUT /both").name(), Some("both"));
    assert_eq!(row("GET /account").name(), Some("show"));
    assert!(row("ANY /account/any").methods().is_empty());
    let files = row("mount /files");
    assert_eq!(files.kind(), RouteKind::Mount);
    assert_eq!(files.description(), "What others wrote.");
    assert_eq!(row("merge /").kind(), RouteKind::Merge);
    // A miss is where its handler is, or else its scope.
    assert_eq!(row("miss /{*rest}").line(), line("fallback => not_found"));
    assert_eq!(
        row("other /account").line(),
        line("method_not_allowed => other_method")
    );
    assert_eq!(row("other /").line(), line("fn site("));
    assert_eq!(row("other /").kind(), RouteKind::MethodNotAllowed);
}

#[test]
fn a_middleware_says_where_it_is_listed_and_what_it_is_about() {
    let entries = row("GET /account").middleware();
    let about: Vec<_> = entries
        .iter()
        .map(|entry| {
            (
                entry.level().to_string(),
                entry.name(),
                entry.provides().join(" "),
                entry.requires().join(" "),
            )
        })
        .collect();
    let about: Vec<_> = about
        .iter()
        .map(|(level, name, provides, requires)| (&**level, *name, &**provides, &**requires))
        .collect();
    assert_eq!(
        about,
        [
            ("before routing", "rewrite", "", ""),
            ("app", "header", "", ""),
            ("app", "session", "Session", ""),
            ("app", "limit", "", ""),
            (
                "scope /account",
                "auth::authenticate",
                "User u16",
                "Session"
            ),
            ("scope /account", "ByHand", "Vec<Session>", "Session"),
            ("route", "limit", "", ""),
        ]
    );
    assert_eq!(entries[4].level(), Level::Scope("/account"));
    assert!(entries[3].is_conditional() && !entries[6].is_conditional());
}

#[test]
fn rows_can_be_picked() {
    let routes = site::ROUTES;
    assert_eq!(
        routes.lacking("authenticate"),
        ["GET /", "GET|PUT /both", "mount /files", "merge /"]
    );
    assert_eq!(
        routes.lacking("auth::authenticate"),
        ["GET /", "GET|PUT /both", "mount /files", "merge /"]
    );
    assert_eq!(routes.lacking("session"), []);
    assert_eq!(routes.below("/account").lacking("authenticate"), []);
    assert_eq!(routes.below("/account/").len(), 2);
    assert_eq!(
        routes.misses().lacking("authenticate"),
        ["other /", "other /both", "miss /{*rest}"]
    );
    // Under a condition, nobody knows.
    assert!(!row("GET /").has("limit") && row("GET /account").has("limit"));
    // A part of a name is none.
    assert!(!row("GET /").has("ession") && !row("GET /").has(""));
    assert_eq!(
        format!("{:?}", routes.lacking("authenticate").below("/files")),
        r#"["mount /files"]"#
    );
}

#[test]
fn the_table_is_aligned_and_not_too_wide() {
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
fn the_tree_shows_what_is_written_inside_what() {
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
fn an_explanation_says_what_a_request_goes_through() {
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
    // A path that a route of the app has as it is, no other can have.
    assert!(site::ROUTES.explain("GET", "/both").unless().is_empty());
}

/// An assertion about a misspelt path does not hold by itself.
#[test]
#[should_panic(expected = "nothing is at `/acc` or below it")]
fn there_has_to_be_something_below() {
    let _ = site::ROUTES.below("/acc").lacking("session");
}

#[tokio::test]
async fn what_is_described_is_what_runs() {
    let app = site(1, true);
    for (path, answer) in [
        ("/both", "200 both"),
        ("/files/a", "200 a file"),
        ("/health", "200 ok"),
    ] {
        assert_eq!(
            crate::support::send(&app, "GET", path).await.brief(),
            answer
        );
    }
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
    let reply = crate::support::send(
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

/// The entries of a generic application are looked into where they have nothing to do with what is
/// generic.
#[tokio::test]
async fn a_generic_application_describes_itself_too() {
    #[middleware]
    async fn provide<T: Clone + Send + Sync>(
        #[config] value: &T,
        req: Request,
        next: Next<T>,
    ) -> Response {
        next.provide(value.clone()).run(req).await
    }

    async fn say<T: std::fmt::Display>(value: Provided<T>) -> String {
        value.0.to_string()
    }

    app! {
        fn generic<'a, T>(value: T, name: &'a str, state: Vec<T>, other: impl AsRef<str>) -> Router
        where
            T: Clone + Send + Sync + std::fmt::Display + 'static,
        with [
            session,
            provide(value),
            limit(u32::try_from(name.len()).unwrap()),
            limit(other.as_ref().parse().unwrap()),
        ] {
            GET "/" => say::<T>,
        }
    }
    let entries = generic::ROUTES[0].middleware();
    let types: Vec<_> = entries
        .iter()
        .map(|entry| entry.provides().concat())
        .collect();
    assert_eq!(types, ["Session", "", "", ""]);
    assert_eq!(generic::url::say(), "/");
    let app = generic(7, "seven", Vec::new(), "1");
    assert_eq!(crate::support::send(&app, "GET", "/").await.body, "7");
}
