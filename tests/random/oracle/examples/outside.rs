//! Routes that repeat the prefix of a scope outside of it.

use super::{APP, check, entry, scope, target};
use crate::model::{Kind, Model, Scope};

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
