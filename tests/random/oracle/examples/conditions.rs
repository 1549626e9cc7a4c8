//! Items and scopes under a condition.

use super::{APP, check_if, entry, scope, target};
use crate::model::{Kind, Model, Scope, Target};

/// `scope "/beta" if on with [tester]` beside `mount "/"`, and a route for each value of `on`.
static BETA: Model = Model {
    before_routing: &[],
    scopes: &[
        APP,
        Scope {
            if_on: Some(true),
            ..scope("/beta", &[entry("tester")])
        },
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
            1,
            Kind::Route,
            &[("/beta/new", &["GET"])],
            &[entry("tester")],
            "new",
        ),
        Target {
            if_on: Some(true),
            ..target(0, Kind::Route, &[("/a", &["GET"])], &[], "a")
        },
        Target {
            if_on: Some(false),
            ..target(0, Kind::Route, &[("/a", &["GET"])], &[], "old a")
        },
    ],
};

#[test]
fn what_is_left_out_is_as_if_it_were_not_written() {
    check_if(
        true,
        &BETA,
        &[
            ("GET /beta/new", 200, &["tester", "new"]),
            ("GET /beta/nope", 404, &["tester"]),
            ("GET /a", 200, &["a"]),
        ],
    );
    check_if(
        false,
        &BETA,
        &[
            ("GET /beta/new", 200, &["files"]),
            ("GET /beta/nope", 200, &["files"]),
            ("GET /a", 200, &["old a"]),
        ],
    );
}
