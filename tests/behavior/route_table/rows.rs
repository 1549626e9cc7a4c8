//! The rows of `ROUTES`: what they contain, and how they are selected.

use axum::Router;
use concentric::{
    Next, Placement, Provided, Request, Response, RouteInfo, RouteKind, app, middleware,
};

use super::site::{limit, session, site};
use crate::support::send;

/// Formats each row with its handler and its entries.
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
fn every_route_mount_merge_405_and_unmatched_path_has_a_row() {
    let app = "rewrite, header(), session, limit(3) if is_on";
    assert_eq!(
        lines(site::ROUTES.rows()),
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
            format!("405 / => - [{app}]"),
            format!("405 /both => - [{app}]"),
            format!("405 /account => other_method [{app}, auth::authenticate, ByHand]"),
            format!("404 /account/{{*rest}} => not_found [{app}, auth::authenticate, ByHand]"),
            format!("404 /{{*rest}} => not_found [{app}]"),
        ]
    );
}

fn row(text: &str) -> &'static RouteInfo {
    let mut rows = site::ROUTES.iter();
    rows.find(|row| row.to_string() == text).unwrap()
}

#[test]
fn a_row_has_the_kind_methods_name_docs_and_line_of_its_item() {
    let front = row("GET /");
    assert_eq!(front.kind(), RouteKind::Route);
    assert_eq!(front.methods(), ["GET"]);
    assert_eq!(front.description(), "The front page.\n\nIt says hello.");
    assert_eq!(front.name(), None, "`index` is not unique");
    assert!(front.file().ends_with("site.rs"), "{}", front.file());
    let line = |text: &str| {
        let mut lines = include_str!("site.rs").lines().zip(1..);
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
    // The row of a 405 or of an unmatched path has the line of its handler, or else of its scope.
    assert_eq!(row("404 /{*rest}").line(), line("fallback => not_found"));
    assert_eq!(
        row("405 /account").line(),
        line("method_not_allowed => other_method")
    );
    assert_eq!(row("405 /").line(), line("pub(super) fn site("));
    assert_eq!(row("405 /").kind(), RouteKind::MethodNotAllowed);
}

#[test]
fn an_entry_has_its_placement_its_name_and_the_types_it_provides_and_requires() {
    let entries = row("GET /account").middleware();
    let about: Vec<_> = entries
        .iter()
        .map(|entry| {
            (
                entry.placement().to_string(),
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
    assert_eq!(
        entries[4].placement(),
        Placement::Scope("/account".to_owned())
    );
    assert!(entries[3].is_conditional() && !entries[6].is_conditional());
}

#[test]
fn rows_can_be_filtered_by_path_kind_and_middleware() {
    let routes = site::ROUTES;
    assert_eq!(
        routes.missing("authenticate"),
        ["GET /", "GET|PUT /both", "mount /files", "merge /"]
    );
    assert_eq!(
        routes.missing("auth::authenticate"),
        ["GET /", "GET|PUT /both", "mount /files", "merge /"]
    );
    assert_eq!(routes.missing("session"), []);
    // The merged router may have routes there, too.
    assert_eq!(
        routes.under("/account").missing("authenticate"),
        ["merge /"]
    );
    assert_eq!(
        routes.under("/account/"),
        ["GET /account", "ANY /account/any", "merge /"]
    );
    assert_eq!(
        routes.unmatched().missing("authenticate"),
        ["405 /", "405 /both", "404 /{*rest}"]
    );
    // `has` is false for an entry with a condition.
    assert!(!row("GET /").has("limit") && row("GET /account").has("limit"));
    // A part of a name does not match.
    assert!(!row("GET /").has("ession") && !row("GET /").has(""));
    assert_eq!(
        format!("{:?}", routes.missing("authenticate").under("/files")),
        r#"["mount /files", "merge /"]"#
    );
}

/// A misspelled path must not make an assertion pass.
#[test]
#[should_panic(expected = "no row can answer `/acc` or a path under it")]
fn filtering_by_a_path_without_rows_panics() {
    let _ = site::ROUTES.under("/acc").missing("session");
}

#[tokio::test]
async fn the_described_routes_answer() {
    let app = site(1, true);
    for (path, answer) in [
        ("/both", "200 both"),
        ("/files/a", "200 a file"),
        ("/health", "200 ok"),
    ] {
        assert_eq!(send(&app, "GET", path).await.brief(), answer);
    }
}

/// The entries of a generic application are looked into where they have nothing to do with what is
/// generic.
#[tokio::test]
async fn a_generic_application_has_rows_too() {
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
    let entries = generic::ROUTES.rows()[0].middleware();
    let types: Vec<_> = entries
        .iter()
        .map(|entry| entry.provides().concat())
        .collect();
    assert_eq!(types, ["Session", "", "", ""]);
    assert_eq!(generic::url::say(), "/");
    let app = generic(7, "seven", Vec::new(), "1");
    assert_eq!(send(&app, "GET", "/").await.body, "7");
}

struct Layers;

impl Layers {
    #[expect(clippy::unused_self, reason = "a method, as users have them")]
    fn cors(&self) -> concentric::Cors {
        concentric::Cors::any_origin()
    }
}

app! {
    fn made_of_variables(layers: &Layers, auth: limit) -> Router
    with [layers.cors(), auth.clone()] {
        GET "/" => "secret",
        GET "/open" => "open" without [auth],
    }
}

#[test]
fn an_entry_has_the_name_of_its_method_and_a_clone_that_of_its_variable() {
    let _ = made_of_variables(&Layers, limit(3));
    let names = |label| {
        let mut rows = made_of_variables::ROUTES.iter();
        let row = rows.find(|row| row.to_string() == label).unwrap();
        let entries = row.middleware().into_iter();
        entries.map(|entry| entry.name()).collect::<Vec<_>>()
    };
    assert_eq!(names("GET /"), ["cors", "auth"]);
    assert_eq!(names("GET /open"), ["cors"]);
}
