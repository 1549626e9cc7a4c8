//! The oracle on examples whose answers are clear from the documentation.

mod conditions;
mod outside;

use super::Oracle;
use crate::model::{Entry, Kind, Model, Scope, Target};

const fn entry(logs: &'static str) -> Entry {
    Entry { logs, if_on: None }
}

const fn scope(prefix: &'static str, entries: &'static [Entry]) -> Scope {
    Scope {
        parent: Some(0),
        prefix: Some(prefix),
        if_on: None,
        entries,
        fallback: None,
        method_not_allowed: None,
    }
}

const APP: Scope = Scope {
    parent: None,
    prefix: None,
    if_on: None,
    entries: &[],
    fallback: None,
    method_not_allowed: None,
};

const fn target(
    scope: usize,
    kind: Kind,
    paths: &'static [(&'static str, &'static [&'static str])],
    entries: &'static [Entry],
    answer: &'static str,
) -> Target {
    Target {
        scope,
        if_on: None,
        kind,
        paths,
        entries,
        answer,
    }
}

#[track_caller]
fn check(model: &'static Model, expected: &[(&str, u16, &[&str])]) {
    check_if(true, model, expected);
}

#[track_caller]
fn check_if(on: bool, model: &'static Model, expected: &[(&str, u16, &[&str])]) {
    let oracle = Oracle::new(model, on);
    for &(request, status, log) in expected {
        let (method, path) = request.split_once(' ').unwrap();
        let found = oracle.expect(method, path);
        assert!(
            found.status == status && found.log == log,
            "{request}: {found:?}"
        );
    }
}

/// `scope "/admin" with [auth]` beside `scope "/{tenant}/settings" with [tenant]`.
static TENANTS: Model = Model {
    before_routing: &[],
    scopes: &[
        APP,
        scope("/admin", &[entry("auth")]),
        scope("/{tenant}/settings", &[entry("tenant"), entry("params ")]),
    ],
    targets: &[
        target(
            2,
            Kind::Route,
            &[("/{tenant}/settings", &["GET"])],
            &[entry("tenant"), entry("params ")],
            "settings",
        ),
        target(
            1,
            Kind::Route,
            &[("/admin/users", &["GET"])],
            &[entry("auth")],
            "users",
        ),
        target(0, Kind::Route, &[("/admin/login", &["POST"])], &[], "login"),
        target(
            0,
            Kind::Route,
            &[("/{a}/{b}/{c}", &["GET"])],
            &[],
            "outside",
        ),
    ],
};

#[test]
fn text_is_more_specific_than_a_parameter() {
    check(
        &TENANTS,
        &[
            ("GET /admin/users", 200, &["auth", "users"]),
            ("HEAD /admin/users", 200, &["auth", "users"]),
            ("GET /admin/settings", 404, &["auth"]),
            ("POST /admin/settings", 404, &["auth"]),
            ("GET /admin/settings/x", 404, &["auth"]),
            ("POST /admin/users", 405, &["auth"]),
            ("POST /admin/login", 200, &["login"]),
            (
                "GET /a/settings",
                200,
                &["tenant", "params  {\"tenant\": \"a\"}", "settings"],
            ),
            ("GET /a/b/c", 200, &["outside"]),
            ("GET /a", 404, &[]),
        ],
    );
}

/// `scope "/private" with [auth]` beside `mount "/"`, and `scope "/t/{tenant}"` with a route.
static FILES: Model = Model {
    before_routing: &[],
    scopes: &[
        APP,
        scope("/private", &[entry("auth")]),
        scope("/t/{tenant}", &[entry("params ")]),
    ],
    targets: &[
        target(
            0,
            Kind::MountAtRoot,
            &[("/{*_tail}", &["ANY"]), ("/", &["ANY"])],
            &[],
            "files",
        ),
        target(
            2,
            Kind::Route,
            &[("/t/{tenant}/x", &["GET"])],
            &[entry("params ")],
            "x",
        ),
    ],
};

#[test]
fn the_meaning_of_a_path_decides_who_owns_it() {
    for path in [
        "/private/secret",
        "//private/secret",
        "/./private/secret",
        "/%70rivate/secret",
        "/private%2fsecret",
        "/private\\secret",
        "/a/../private/secret",
        "/a/%2e%2e/private/secret",
        "/../private",
        "/private/",
    ] {
        check(&FILES, &[(&format!("GET {path}"), 404, &["auth"])]);
    }
    check(
        &FILES,
        &[
            ("GET /", 200, &["files"]),
            ("GET /public//private", 200, &["files"]),
            ("GET /privates", 200, &["files"]),
            ("GET /%2570rivate", 200, &["files"]),
        ],
    );
}

#[test]
fn an_unmatched_path_has_the_parameters_of_its_prefix() {
    check(
        &FILES,
        &[
            (
                "GET /t/a%20b/x",
                200,
                &["params  {\"tenant\": \"a b\"}", "x"],
            ),
            ("GET /t/a%20b/nope", 404, &["params  {\"tenant\": \"a b\"}"]),
            ("GET /t/a/../b/nope", 404, &["params  {\"tenant\": \"b\"}"]),
            // The route as spelled, inside of the scope.
            ("GET /t//x", 200, &["params  {\"tenant\": \"\"}", "x"]),
            ("GET /t//nope", 404, &["params  {\"tenant\": \"nope\"}"]),
            ("GET /t//", 404, &["params  {\"tenant\": \"\"}"]),
            ("GET /t/", 200, &["files"]),
        ],
    );
}
