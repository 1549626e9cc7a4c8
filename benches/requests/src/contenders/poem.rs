//! poem, with a `Middleware` for each.

use ::poem::{
    Endpoint, EndpointExt, IntoResponse, Middleware, Request, Response, Result, Route, get,
    handler, http::HeaderValue, web::Data,
};

use super::work::{Shop, TRACE_NAME, Value};
use crate::{
    lists::by_count,
    subject::{App, Kind, REQUEST_HEADERS, Reply, Subject, now, subject},
};

/// Declares a middleware and the endpoint that it returns.
macro_rules! middleware {
    ($name:ident) => {
        struct $name<const K: usize>;

        impl<const K: usize, E: Endpoint> Middleware<E> for $name<K> {
            type Output = Around<Self, E>;

            fn transform(&self, inner: E) -> Self::Output {
                Around(Self, inner)
            }
        }
    };
}
middleware!(Pass);
middleware!(Trace);
middleware!(Provide);

struct Around<M, E>(M, E);

impl<const K: usize, E: Endpoint> Endpoint for Around<Pass<K>, E> {
    type Output = Response;

    async fn call(&self, req: Request) -> Result<Response> {
        self.1.call(req).await.map(IntoResponse::into_response)
    }
}

impl<const K: usize, E: Endpoint> Endpoint for Around<Trace<K>, E> {
    type Output = Response;

    async fn call(&self, req: Request) -> Result<Response> {
        let found: Option<HeaderValue> = req.headers().get(TRACE_NAME).cloned();
        let mut response = self.1.call(req).await?.into_response();
        if let Some(found) = found {
            response.headers_mut().insert(TRACE_NAME, found);
        }
        Ok(response)
    }
}

impl<const K: usize, E: Endpoint> Endpoint for Around<Provide<K>, E> {
    type Output = Response;

    async fn call(&self, mut req: Request) -> Result<Response> {
        if let Some(provided) = req.data::<Shop>().map(Value::<K>::of) {
            req.set_data(provided);
        }
        self.1.call(req).await.map(IntoResponse::into_response)
    }
}

#[handler]
async fn hello() -> &'static str {
    "hello"
}

#[handler]
async fn state(shop: Data<&Shop>) -> String {
    shop.0.0.to_string()
}

#[handler]
async fn value(provided: Data<&Value<0>>) -> String {
    provided.0.0.to_string()
}

macro_rules! site {
    ([$($n:literal)*] $middleware:ident, $handler:ident) => {
        served(Route::new().at("/", get($handler))$(.with($middleware::<$n>))*)
    };
}

macro_rules! site_with_state {
    ([]) => { served(Route::new().at("/", get(state)).data(Shop::new())) };
    ([$($n:literal)*]) => {
        served(
            Route::new().at("/", get(value))$(.with(Provide::<$n>))*.data(Shop::new()),
        )
    };
}

pub fn make(kind: Kind, count: usize) -> Box<dyn Subject> {
    match kind {
        Kind::Pass => by_count!(count, site Pass, hello),
        Kind::Headers => by_count!(count, site Trace, hello),
        Kind::Context => by_count!(count, site_with_state),
    }
}

struct Served<E>(E);

fn served<E: Endpoint + 'static>(endpoint: E) -> Box<dyn Subject> {
    subject(Served(endpoint))
}

impl<E: Endpoint> App for Served<E> {
    type Request = Request;
    type Response = Response;

    fn request(&self) -> Request {
        let mut request = Request::default();
        for (name, text) in REQUEST_HEADERS {
            let text = HeaderValue::from_static(text);
            request.headers_mut().insert(name, text);
        }
        request
    }

    fn call(&mut self, request: Request) -> Response {
        now(self.0.get_response(request))
    }

    fn read(response: Response) -> Reply {
        let found = response.headers().get(TRACE_NAME);
        Reply {
            status: response.status().as_u16(),
            trace: found.map(|found| String::from_utf8_lossy(found.as_bytes()).into_owned()),
            body: now(response.into_body().into_string()).unwrap_or_default(),
        }
    }
}
