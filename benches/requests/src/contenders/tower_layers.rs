//! Hand-written tower layers with named futures, for the fewest instructions.

use std::{
    future::Future,
    pin::Pin,
    task::{Context, Poll, ready},
};

use axum::{extract::Request, response::Response};
use http::HeaderValue;
use pin_project_lite::pin_project;
use tower::{Layer, Service, ServiceBuilder, layer::layer_fn};

use super::{
    from_fn::routes,
    work::{self, Shop, Value, set_trace, trace_of},
};
use crate::{
    lists::by_count,
    subject::{Kind, Subject},
};

/// Passes the request through.
#[derive(Clone)]
struct Pass<T>(T);

impl<T: Service<Request>> Service<Request> for Pass<T> {
    type Response = T::Response;
    type Error = T::Error;
    type Future = T::Future;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), T::Error>> {
        self.0.poll_ready(cx)
    }

    fn call(&mut self, req: Request) -> T::Future {
        self.0.call(req)
    }
}

/// Reads a header and sets one, this number of times.
#[derive(Clone)]
struct Trace<T, const TIMES: usize>(T);

impl<T, const TIMES: usize> Service<Request> for Trace<T, TIMES>
where
    T: Service<Request, Response = Response>,
{
    type Response = Response;
    type Error = T::Error;
    type Future = WithTrace<T::Future, [Option<HeaderValue>; TIMES]>;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), T::Error>> {
        self.0.poll_ready(cx)
    }

    fn call(&mut self, req: Request) -> Self::Future {
        WithTrace {
            traces: std::array::from_fn(|_| trace_of(&req)),
            inner: self.0.call(req),
        }
    }
}

pin_project! {
    struct WithTrace<F, T> {
        traces: T,
        #[pin]
        inner: F,
    }
}

impl<F, E, T> Future for WithTrace<F, T>
where
    F: Future<Output = Result<Response, E>>,
    T: AsMut<[Option<HeaderValue>]>,
{
    type Output = F::Output;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<F::Output> {
        let this = self.project();
        let mut response = ready!(this.inner.poll(cx))?;
        for trace in this.traces.as_mut() {
            set_trace(&mut response, trace.take());
        }
        Poll::Ready(Ok(response))
    }
}

/// Reads the state and provides the result of this function.
#[derive(Clone)]
struct Provide<T, F> {
    shop: Shop,
    provide: F,
    inner: T,
}

impl<T, F> Service<Request> for Provide<T, F>
where
    T: Service<Request>,
    F: Fn(&Shop, &mut Request),
{
    type Response = T::Response;
    type Error = T::Error;
    type Future = T::Future;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), T::Error>> {
        self.inner.poll_ready(cx)
    }

    fn call(&mut self, mut req: Request) -> T::Future {
        (self.provide)(&self.shop, &mut req);
        self.inner.call(req)
    }
}

fn providing<T, F: Clone>(
    shop: Shop,
    provide: F,
) -> impl Layer<T, Service = Provide<T, F>> + Clone {
    layer_fn(move |inner| Provide {
        shop: shop.clone(),
        provide: provide.clone(),
        inner,
    })
}

macro_rules! layers {
    ([$($n:literal)*] $routes:ident $layer:ident $args:tt) => {
        $routes.layer(ServiceBuilder::new()$(.layer($layer!($n $args)))*)
    };
}

macro_rules! pass {
    ($n:literal ()) => {
        layer_fn(Pass)
    };
}

macro_rules! trace {
    ($n:literal ()) => {
        layer_fn(Trace::<_, 1>)
    };
}

macro_rules! provide {
    ($n:literal ($shop:ident)) => {
        providing($shop.clone(), |shop: &Shop, req: &mut Request| {
            req.extensions_mut().insert(Value::<$n>::of(shop));
        })
    };
}

/// One layer for each middleware.
pub fn one_each(kind: Kind, count: usize) -> Box<dyn Subject> {
    let shop = Shop::new();
    let routes = routes(kind, count, &shop);
    if count == 0 {
        return work::router(routes);
    }
    work::router(match kind {
        Kind::Pass => by_count!(count, layers routes pass ()),
        Kind::Headers => by_count!(count, layers routes trace ()),
        Kind::Context => by_count!(count, layers routes provide (shop)),
    })
}

macro_rules! passing {
    ([$($n:literal)*] $routes:ident) => {
        $routes.layer(layer_fn(Pass))
    };
}

macro_rules! tracing {
    ([$($n:literal)*] $routes:ident) => {
        $routes.layer(layer_fn(Trace::<_, { <[usize]>::len(&[$($n),*]) }>))
    };
}

macro_rules! all_provided {
    ([] $routes:ident $shop:ident) => { $routes };
    ([$($n:literal)*] $routes:ident $shop:ident) => {
        $routes.layer(providing($shop.clone(), |shop: &Shop, req: &mut Request| {
            $(req.extensions_mut().insert(Value::<$n>::of(shop));)*
        }))
    };
}

/// One layer that does the work of all: the limit of what is possible.
pub fn one_for_all(kind: Kind, count: usize) -> Box<dyn Subject> {
    let shop = Shop::new();
    let routes = routes(kind, count, &shop);
    if count == 0 {
        return work::router(routes);
    }
    work::router(match kind {
        Kind::Pass => by_count!(count, passing routes),
        Kind::Headers => by_count!(count, tracing routes),
        Kind::Context => by_count!(count, all_provided routes shop),
    })
}
