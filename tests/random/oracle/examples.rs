//! The oracle on examples whose answers are clear from the documentation.

use super::Oracle;
use crate::model::{Entry, Kind, Model, Scope, Target};

const fn entry(logs: &'static str) -> Entry {
    Entry { logs, if_on: None }
}

const fn scope(prefix: &'static str, entries: &'static [Entry]) -> Scope {
    Scope {
        parent: Some(0),
        prefix: Some(prefix),
        entries,
        fallback: None,
        method_not_allowed: None,
    }
}

const APP: Scope = Scope {
    parent: None,
    prefix: None,
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
        kind,
        paths,
        entries,
        answer,
    }
}

#[track_caller]
fn check(model: &'static Model, expected: &[(&str, u16, &[&str])]) {
    let oracle = Oracle::new(model);
    for &(request, status, log) in expected {
        let (method, path) = request.split_once(' ').unwrap();
        let found = oracle.expect(method, path, true);
        assert_eq!(
            (found.status, &found.log[..]),
            (
                status,
                &log.iter().map(|&line| line.to_owned()).collect::<Vec<_>>()[..]
            ),
            "{request}"
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

/// `scope "/account" with [auth]`, another method of one of its paths outside, and two merges.
static ACCOUNT: Model = Model {
    before_routing: &[entry("before")],
    scopes: &[
        APP,
        Scope {
            fallback: Some("nothing"),
            ..scope("/account", &[entry("auth")])
        },
    ],
    targets: &[
        target(
            1,
            Kind::Route,
            &[("/account/login", &["GET"])],
            &[entry("auth")],
            "form",
        ),
        target(
            0,
            Kind::Route,
            &[("/account/login", &["POST"])],
            &[],
            "login",
        ),
        target(
            0,
            Kind::Merge,
            &[("/account/files/{*q}", &["GET"])],
            &[entry("list")],
            "file",
        ),
        target(0, Kind::Merge, &[("/{*q}", &["ANY"])], &[], "rest"),
    ],
};

#[test]
fn what_repeats_a_prefix_outside_of_its_scope_answers() {
    check(
        &ACCOUNT,
        &[
            ("GET /account/login", 200, &["before", "auth", "form"]),
            ("POST /account/login", 200, &["before", "login"]),
            ("PUT /account/login", 405, &["before"]),
            ("GET /account/files/a/b", 200, &["before", "list", "file"]),
            ("PUT /account/files/a/b", 405, &["before", "list"]),
            ("GET /account/nope", 200, &["before", "auth", "nothing"]),
            (
                "GET /x/../account/login",
                200,
                &["before", "auth", "nothing"],
            ),
            ("GET /other", 200, &["before", "rest"]),
        ],
    );
}
