//! axum's `from_fn`: in one `ServiceBuilder`, and with a `.layer` for each.

use axum::{
    Router,
    extract::{Request, State},
    middleware::{Next, from_fn, from_fn_with_state},
    response::Response,
    routing::get,
};
use tower::ServiceBuilder;

use super::work::{self, Shop, Value, hello, set_trace, state, trace_of, value};
use crate::{
    lists::by_count,
    subject::{Kind, Subject},
};

pub async fn pass<const K: usize>(req: Request, next: Next) -> Response {
    next.run(req).await
}

async fn trace<const K: usize>(req: Request, next: Next) -> Response {
    let trace = trace_of(&req);
    let mut response = next.run(req).await;
    set_trace(&mut response, trace);
    response
}

async fn provide<const K: usize>(
    State(shop): State<Shop>,
    mut req: Request,
    next: Next,
) -> Response {
    req.extensions_mut().insert(Value::<K>::of(&shop));
    next.run(req).await
}

macro_rules! built {
    ([$($n:literal)*] $routes:ident $layer:ident $args:tt) => {
        $routes.layer(ServiceBuilder::new()$(.layer($layer!($n $args)))*)
    };
}

macro_rules! one_by_one {
    ([$($n:literal)*] $routes:ident $layer:ident $args:tt) => {
        $routes$(.layer($layer!($n $args)))*
    };
}

macro_rules! plain {
    ($n:literal ($middleware:ident)) => {
        from_fn($middleware::<$n>)
    };
}

macro_rules! with_state {
    ($n:literal ($middleware:ident $shop:ident)) => {
        from_fn_with_state($shop.clone(), $middleware::<$n>)
    };
}

/// Returns the routes with a list of this length.
pub fn routes(kind: Kind, count: usize, shop: &Shop) -> Router {
    let handler = match (kind, count) {
        (Kind::Pass | Kind::Headers, _) => get(hello),
        (Kind::Context, 0) => get(state),
        (Kind::Context, _) => get(value),
    };
    Router::new().route("/", handler).with_state(shop.clone())
}

pub fn in_one_builder(kind: Kind, count: usize) -> Box<dyn Subject> {
    let shop = Shop::new();
    let routes = routes(kind, count, &shop);
    if count == 0 {
        return work::router(routes);
    }
    work::router(match kind {
        Kind::Pass => by_count!(count, built routes plain (pass)),
        Kind::Headers => by_count!(count, built routes plain (trace)),
        Kind::Context => by_count!(count, built routes with_state (provide shop)),
    })
}

pub fn layer_by_layer(kind: Kind, count: usize) -> Box<dyn Subject> {
    let shop = Shop::new();
    let routes = routes(kind, count, &shop);
    work::router(match kind {
        Kind::Pass => by_count!(count, one_by_one routes plain (pass)),
        Kind::Headers => by_count!(count, one_by_one routes plain (trace)),
        Kind::Context => by_count!(count, one_by_one routes with_state (provide shop)),
    })
}
