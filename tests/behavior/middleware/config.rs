//! Config and generics: the arguments of a middleware in a list.

use std::{fmt::Display, marker::PhantomData};

use axum::{
    Router,
    extract::{Path, State},
};
use concentric::{Next, Provided, Request, Response, app, middleware};
use http::Method;

use crate::support::{Events, Site};

/// Config of a middleware.
#[derive(Clone, Debug)]
struct Limits {
    max: u32,
}

static LIMITS: Limits = Limits { max: 9 };

#[middleware]
async fn value(
    #[config] limits: &Limits,
    State(events): State<Events>,
    req: Request,
    next: Next,
) -> Response {
    events.add(format!("value {}", limits.max));
    next.run(req).await
}

#[middleware]
async fn text(
    State(events): State<Events>,
    #[config] text: &str,
    req: Request,
    next: Next,
) -> Response {
    events.add(format!("text {text}"));
    next.run(req).await
}

#[middleware]
async fn slice(
    #[config] numbers: &[u32],
    State(events): State<Events>,
    req: Request,
    next: Next,
) -> Response {
    events.add(format!("slice {numbers:?}"));
    next.run(req).await
}

#[middleware]
async fn lasting(
    #[config] text: &'static str,
    #[config] limits: &'static Limits,
    State(events): State<Events>,
    req: Request,
    next: Next,
) -> Response {
    // A `'static` config may be moved to another task.
    let max = tokio::spawn(async move { limits.max }).await.unwrap();
    events.add(format!("lasting {text} {max}"));
    next.run(req).await
}

#[middleware]
async fn patterns(
    #[config] Limits { max }: &Limits,
    #[config] &(a, b): &(u8, u8),
    State(events): State<Events>,
    Path(()): Path<()>,
    mut req: Request,
    next: Next,
) -> Response {
    events.add(format!("patterns {max} {a} {b}"));
    *req.method_mut() = Method::PUT;
    next.run(req).await
}

app! {
    fn configured(state: Events, max: u32, words: Vec<u32>, name: &str) -> Router with [
        value(Limits { max }),
        text("literal"),
        text(format!("{name} made")),
        text(name),
        slice([1, 2]),
        slice(words),
        slice(&[7][..]),
        lasting("text", &LIMITS),
        patterns(Limits { max: 5 }, (1, 2)),
    ] {
        GET "/" => async |method: Method| method.to_string(),
    }
}

#[tokio::test]
async fn config_of_every_kind_is_set_in_the_list() {
    let site = Site::new(|events| configured(events, 7, vec![3, 4], "name"));
    for _ in 0..2 {
        assert_eq!(
            site.trace("GET", "/").await,
            [
                "value 7",
                "text literal",
                "text name made",
                "text name",
                "slice [1, 2]",
                "slice [3, 4]",
                "slice [7]",
                "lasting text 9",
                "patterns 5 1 2",
                "200 PUT",
            ]
        );
    }
}

/// A type with a name.
trait Named {
    const NAME: &'static str;
}

struct Red;
struct Blue;

impl Named for Red {
    const NAME: &'static str = "red";
}

impl Named for Blue {
    const NAME: &'static str = "blue";
}

#[middleware]
async fn typed<T: Named, const N: usize>(
    State(events): State<Events>,
    req: Request,
    next: Next,
) -> Response {
    events.add(format!("{} {N}", T::NAME));
    next.run(req).await
}

#[middleware]
async fn shown<'a, T>(
    #[config] value: &'a T,
    #[config] name: &'a str,
    State(events): State<Events>,
    req: Request,
    next: Next,
) -> Response
where
    T: Display + Send + Sync,
{
    let longest: &'a str = name;
    events.add(format!("{longest} {value}"));
    next.run(req).await
}

/// A value without data for each type.
struct Marker<T>(PhantomData<fn() -> T>);

impl<T> Clone for Marker<T> {
    fn clone(&self) -> Self {
        Self(PhantomData)
    }
}

#[middleware]
async fn provide_marker<T>(req: Request, next: Next<Marker<T>>) -> Response
where
    T: Named + 'static,
{
    next.provide(Marker(PhantomData)).run(req).await
}

#[middleware]
async fn read_marker<T: Named + 'static>(
    _marker: Provided<Marker<T>>,
    State(events): State<Events>,
    req: Request,
    next: Next,
) -> Response {
    events.add(format!("read {}", T::NAME));
    next.run(req).await
}

app! {
    fn generic(state: Events) -> Router with [
        typed::<Red, 1>(),
        typed::<Blue, 2>(),
        shown(7, "seven"),
        shown("text".to_owned(), "owned"),
        provide_marker::<Red>(),
        provide_marker::<Blue>(),
        read_marker::<Red>(),
        read_marker::<Blue>(),
    ] {
        GET "/" => async |_: Provided<Marker<Red>>| "handler",
    }
}

#[tokio::test]
async fn generics_and_where_clauses_are_kept() {
    let site = Site::new(generic);
    assert_eq!(
        site.trace("GET", "/").await,
        [
            "red 1",
            "blue 2",
            "seven 7",
            "owned text",
            "read red",
            "read blue",
            "200 handler",
        ]
    );
}
