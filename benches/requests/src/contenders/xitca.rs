//! xitca-web, with an `.enclosed` for each middleware.

use std::convert::Infallible;

use xitca_web::{
    App as Site, BodyStream, WebContext,
    error::Error,
    handler::{extension::ExtensionRef, handler_service, state::StateRef},
    http::{HeaderValue, WebRequest, WebResponse},
    route::get,
    service::{Service, ready::ReadyService},
    test::collect_string_body,
};

use super::work::{Shop, TRACE_NAME, Value};
use crate::{
    lists::by_count,
    subject::{App, Kind, REQUEST_HEADERS, Reply, Subject, now, subject},
};

/// The service that a middleware calls.
///
/// This bound replaces three others, so the compile time does not double with every middleware. With
/// `.enclosed_fn` instead of `.enclosed`, it would still triple.
trait Next: for<'r> Service<WebContext<'r, Shop>, Response = WebResponse, Error = Error> {}

impl<S> Next for S where
    S: for<'r> Service<WebContext<'r, Shop>, Response = WebResponse, Error = Error>
{
}

/// Declares a middleware and the service that it returns.
macro_rules! middleware {
    ($name:ident) => {
        struct $name<const K: usize>;

        impl<const K: usize, S, E> Service<Result<S, E>> for $name<K> {
            type Response = Around<Self, S>;
            type Error = E;

            async fn call(&self, inner: Result<S, E>) -> Result<Self::Response, E> {
                inner.map(|inner| Around(Self, inner))
            }
        }
    };
}
middleware!(Pass);
middleware!(Trace);
middleware!(Provide);

struct Around<M, S>(M, S);

impl<M, S: ReadyService> ReadyService for Around<M, S> {
    type Ready = S::Ready;

    async fn ready(&self) -> S::Ready {
        self.1.ready().await
    }
}

impl<'r, const K: usize, S: Next> Service<WebContext<'r, Shop>> for Around<Pass<K>, S> {
    type Response = WebResponse;
    type Error = Error;

    async fn call(&self, ctx: WebContext<'r, Shop>) -> Result<WebResponse, Error> {
        self.1.call(ctx).await
    }
}

impl<'r, const K: usize, S: Next> Service<WebContext<'r, Shop>> for Around<Trace<K>, S> {
    type Response = WebResponse;
    type Error = Error;

    async fn call(&self, ctx: WebContext<'r, Shop>) -> Result<WebResponse, Error> {
        let found: Option<HeaderValue> = ctx.req().headers().get(TRACE_NAME).cloned();
        let mut response = self.1.call(ctx).await?;
        if let Some(found) = found {
            response.headers_mut().insert(TRACE_NAME, found);
        }
        Ok(response)
    }
}

impl<'r, const K: usize, S: Next> Service<WebContext<'r, Shop>> for Around<Provide<K>, S> {
    type Response = WebResponse;
    type Error = Error;

    async fn call(&self, mut ctx: WebContext<'r, Shop>) -> Result<WebResponse, Error> {
        let provided = Value::<K>::of(ctx.state());
        ctx.req_mut().extensions_mut().insert(provided);
        self.1.call(ctx).await
    }
}

async fn hello() -> &'static str {
    "hello"
}

async fn state(StateRef(shop): StateRef<'_, Shop>) -> String {
    shop.0.to_string()
}

async fn value(ExtensionRef(provided): ExtensionRef<'_, Value<0>>) -> String {
    provided.0.to_string()
}

macro_rules! site {
    ([] Provide) => { site!(@ [] Provide, state) };
    ([$($n:literal)*] Provide) => { site!(@ [$($n)*] Provide, value) };
    ([$($n:literal)*] $middleware:ident) => { site!(@ [$($n)*] $middleware, hello) };
    (@ [$($n:literal)*] $middleware:ident, $handler:ident) => {{
        let site = Site::new()
            .with_state(Shop::new())
            .at("/", get(handler_service($handler)))
            $(.enclosed($middleware::<$n>))*;
        let service = now(site.finish().call(()));
        served(service.unwrap_or_else(|error| unreachable!("{error:?}")))
    }};
}

pub fn make(kind: Kind, count: usize) -> Box<dyn Subject> {
    match kind {
        Kind::Pass => by_count!(count, site Pass),
        Kind::Headers => by_count!(count, site Trace),
        Kind::Context => by_count!(count, site Provide),
    }
}

struct Served<S>(S);

fn served<S, B>(service: S) -> Box<dyn Subject>
where
    S: Service<WebRequest, Response = WebResponse<B>, Error = Infallible> + 'static,
    B: BodyStream + 'static,
{
    subject(Served(service))
}

impl<S, B> App for Served<S>
where
    S: Service<WebRequest, Response = WebResponse<B>, Error = Infallible>,
    B: BodyStream,
{
    type Request = WebRequest;
    type Response = WebResponse<B>;

    fn request(&self) -> WebRequest {
        let mut request = WebRequest::default();
        for (name, text) in REQUEST_HEADERS {
            let text = HeaderValue::from_static(text);
            request.headers_mut().insert(name, text);
        }
        request
    }

    fn call(&mut self, request: WebRequest) -> WebResponse<B> {
        now(self.0.call(request)).unwrap_or_else(|never| match never {})
    }

    fn read(response: WebResponse<B>) -> Reply {
        let found = response.headers().get(TRACE_NAME);
        Reply {
            status: response.status().as_u16(),
            trace: found.map(|found| String::from_utf8_lossy(found.as_bytes()).into_owned()),
            body: now(collect_string_body(response.into_body())).unwrap_or_default(),
        }
    }
}
