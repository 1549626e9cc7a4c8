//! Other meanings for the names that generated code could use.
#![allow(
    dead_code,
    non_camel_case_types,
    non_snake_case,
    reason = "the names only shadow others"
)]

pub(crate) struct Ok;
pub(crate) struct Err;
pub(crate) struct Some;
pub(crate) struct None;
pub(crate) struct Result;
pub(crate) struct Option;
pub(crate) struct String;
pub(crate) struct Vec;
pub(crate) struct Box;
pub(crate) struct Arc;
pub(crate) struct Response;
pub(crate) struct Router;
pub(crate) struct Chain;
pub(crate) struct State;
pub(crate) struct S;
pub(crate) struct E;
pub(crate) struct bool;
pub(crate) struct usize;
pub(crate) struct str;
pub(crate) trait Clone {}
pub(crate) trait Copy {}
pub(crate) trait Debug {}
pub(crate) trait Send {}
pub(crate) trait Sync {}
pub(crate) trait Future {}
pub(crate) trait Into {}
pub(crate) trait From {}
pub(crate) trait Middleware {}
pub(crate) trait Provides {}
pub(crate) trait Layer {}
pub(crate) trait IntoResponse {}
pub(crate) trait Default {}
pub(crate) fn app() {}
pub(crate) fn stack() {}
pub(crate) fn place() {}
pub(crate) fn entry() {}
pub(crate) fn included() {}
pub(crate) fn output() {}
pub(crate) mod axum {}
pub(crate) mod concentric {}
pub(crate) mod core {}
pub(crate) mod std {}
pub(crate) mod tower {}

// A middleware without config is a unit struct, and a variable pattern of its name would match it.
macro_rules! middleware_of_all_names {
    ($($name:ident)*) => {
        $(
            #[::concentric::middleware]
            async fn $name(
                _: ::http::Method,
                req: ::concentric::Request,
                next: ::concentric::Next,
            ) -> ::concentric::Response {
                next.run(req).await
            }
        )*
    };
}
mod unit_structs {
    middleware_of_all_names!(
        state service f argument0 app entry kind list place stack holds rejection part root rules token own output
    );

    ::concentric::app! {
        pub(crate) fn site(on: bool) -> ::axum::Router
        with [state, service, f, argument0, app, entry, kind, list if on, place, stack, holds] {
            GET "/" => || async { "index" },
            scope "/scope" with [rejection] {
                GET "/" => || async { "scope" },
            }
        }
    }
}
pub(crate) use unit_structs::site as site_of_unit_structs;

/// Unrelated types named `Next` and `Request`.
pub(crate) mod elsewhere {
    pub(crate) struct Next;
    pub(crate) struct Request;
}

#[::concentric::middleware]
async fn tag(
    #[config] tag: &u8,
    method: ::http::Method,
    req: ::concentric::Request,
    next: ::concentric::Next<u8>,
) -> ::concentric::Response {
    assert_eq!(method, "GET");
    next.provide(*tag).run(req).await
}

use ::concentric::{Next as Rest, Provided as Given, Request as Asked};

#[::concentric::middleware]
async fn renamed(given: Given<u8>, req: Asked, next: Rest) -> ::concentric::Response {
    assert_eq!(*given, 7);
    next.run(req).await
}

#[::concentric::middleware]
async fn twice(req: Asked, next: Rest<(u16, u32)>) -> ::concentric::Response {
    next.provide((1, 2)).run(req).await
}

#[::concentric::middleware]
async fn pass(req: Asked, next: Rest) -> ::concentric::Response {
    next.run(req).await
}

async fn index(given: Given<u8>, word: Given<u16>) -> ::std::string::String {
    ::std::format!("{} {}", *given, *word)
}

::concentric::app! {
    pub(crate) fn site(app: u8, place: ::core::primitive::bool) -> ::axum::Router
    with [tag(app), renamed, pass if place, twice] {
        GET "/" => index,
        scope "/{HasOuter}" {
            include part(app) as url if place with [pass],
            include HasOuter() as Urls,
        }
    }
}

::concentric::app! {
    pub(crate) fn part(part: u8) -> ::concentric::Part<(u8, u16)> with [pass if part > 0] {
        GET "/part" as from => index,
        GET "/{self}/{routes}" as ROUTES => async || "part" if part > 0,
    }
}

::concentric::app! {
    fn HasOuter() -> ::concentric::Part<u8> {
        GET "/HasOuter" as clone => async || "HasOuter",
    }
}
