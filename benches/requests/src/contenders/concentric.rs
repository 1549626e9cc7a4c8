//! `app!` with a list of middleware.

use axum::{Router, extract::State};
use concentric::{Next, Provided, Request, Response, app, middleware};

use super::work::{self, Shop, Value, hello, set_trace, state, trace_of};
use crate::{
    lists::by_count,
    subject::{Kind, Subject},
};

/// Passes the request through.
#[middleware]
pub async fn pass<const K: usize>(req: Request, next: Next) -> Response {
    next.run(req).await
}

/// Reads a header and sets one.
#[middleware]
pub async fn trace<const K: usize>(req: Request, next: Next) -> Response {
    let trace = trace_of(&req);
    let mut response = next.run(req).await;
    set_trace(&mut response, trace);
    response
}

/// Reads the state and provides a value.
#[middleware]
pub async fn provide<const K: usize>(
    State(shop): State<Shop>,
    req: Request,
    next: Next<Value<K>>,
) -> Response {
    next.provide(Value::of(&shop)).run(req).await
}

/// The handler for middleware that provide a value.
async fn value(value: Provided<Value<0>>) -> String {
    value.0.0.to_string()
}

macro_rules! site {
    ([] provide) => { site!(@ [] provide, state) };
    ([$($n:literal)*] provide) => { site!(@ [$($n)*] provide, value) };
    ([$($n:literal)*] $middleware:ident) => { site!(@ [$($n)*] $middleware, hello) };
    (@ [$($n:tt)*] $middleware:ident, $handler:path) => {{
        app! {
            fn site(state: Shop) -> Router with [$($middleware::<$n>()),*] {
                GET "/" => $handler,
            }
        }
        site(Shop::new())
    }};
}

pub fn one_each(kind: Kind, count: usize) -> Box<dyn Subject> {
    work::router(match kind {
        Kind::Pass => by_count!(count, site pass),
        Kind::Headers => by_count!(count, site trace),
        Kind::Context => by_count!(count, site provide),
    })
}

/// Reads a header and sets one, this number of times.
#[middleware]
async fn trace_all<const TIMES: usize>(req: Request, next: Next) -> Response {
    let traces: [_; TIMES] = std::array::from_fn(|_| trace_of(&req));
    let mut response = next.run(req).await;
    for trace in traces {
        set_trace(&mut response, trace);
    }
    response
}

macro_rules! passing {
    ([$($n:literal)*]) => { site!(@ [0] pass, hello) };
}

macro_rules! tracing {
    ([$($n:literal)*]) => {
        site!(@ [{ <[usize]>::len(&[$($n),*]) }] trace_all, hello)
    };
}

macro_rules! all_provided {
    ([]) => { unreachable!("it has been dealt with") };
    ([$($n:literal)*]) => {{
        /// Reads the state, and provides the values of all middleware to the handler.
        #[middleware]
        async fn provide_all<const K: usize>(
            State(shop): State<Shop>,
            mut req: Request,
            next: Next,
        ) -> Response {
            $(req.extensions_mut().insert(Value::<$n>::of(&shop));)*
            next.run(req).await
        }
        site!(@ [0] provide_all, work::value)
    }};
}

/// One middleware that does the work of all others.
pub fn one_for_all(kind: Kind, count: usize) -> Box<dyn Subject> {
    if count == 0 {
        return one_each(kind, count);
    }
    work::router(match kind {
        Kind::Pass => by_count!(count, passing),
        Kind::Headers => by_count!(count, tracing),
        Kind::Context => by_count!(count, all_provided),
    })
}
