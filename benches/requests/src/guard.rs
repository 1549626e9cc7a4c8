//! A catch-all with and without scopes that own some of its paths.

use axum::Router;
use concentric::app;

use crate::{
    cases::{Case, hello},
    contenders::work,
};

app! {
    fn open() -> Router {
        GET "/{*path}" => work::hello,
    }
}

app! {
    fn guarded() -> Router {
        scope "/admin" {}
        scope "/account" {}
        GET "/{*path}" => work::hello,
    }
}

pub fn cases() -> Vec<Case> {
    let case = |contender, make: fn() -> Router| Case {
        group: "guard",
        contender,
        count: 0,
        expected: hello(),
        make: Box::new(move || work::at(make(), "/assets/styles/main.css")),
    };
    vec![case("app!", open), case("app!, beside two scopes", guarded)]
}
