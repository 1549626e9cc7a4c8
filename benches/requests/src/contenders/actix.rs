//! actix-web, with its `from_fn`.

use actix_web::{
    App as Site, Error, HttpMessage,
    body::{BoxBody, MessageBody, to_bytes},
    dev::{Service, ServiceRequest, ServiceResponse},
    http::header::{HeaderName, HeaderValue},
    middleware::{Next, from_fn},
    test,
    web::{self, Data, ReqData},
};

use super::work::{Shop, Value};
use crate::{
    lists::by_count,
    subject::{App, Kind, REQUEST_HEADERS, Reply, Subject, TRACE, now, subject},
};

/// The name of the header to read and set.
const TRACE_NAME: HeaderName = HeaderName::from_static(TRACE);

async fn pass<const K: usize>(
    req: ServiceRequest,
    next: Next<BoxBody>,
) -> Result<ServiceResponse, Error> {
    next.call(req).await
}

async fn trace<const K: usize>(
    req: ServiceRequest,
    next: Next<BoxBody>,
) -> Result<ServiceResponse, Error> {
    let trace: Option<HeaderValue> = req.headers().get(TRACE_NAME).cloned();
    let mut response = next.call(req).await?;
    if let Some(trace) = trace {
        response.headers_mut().insert(TRACE_NAME, trace);
    }
    Ok(response)
}

async fn provide<const K: usize>(
    shop: Data<Shop>,
    req: ServiceRequest,
    next: Next<BoxBody>,
) -> Result<ServiceResponse, Error> {
    req.extensions_mut().insert(Value::<K>::of(&shop));
    next.call(req).await
}

async fn hello() -> &'static str {
    "hello"
}

async fn state(shop: Data<Shop>) -> String {
    shop.0.to_string()
}

async fn value(value: ReqData<Value<0>>) -> String {
    value.0.to_string()
}

macro_rules! site {
    ([] provide) => { site!(@ [] provide, state) };
    ([$($n:literal)*] provide) => { site!(@ [$($n)*] provide, value) };
    ([$($n:literal)*] $middleware:ident) => { site!(@ [$($n)*] $middleware, hello) };
    (@ [$($n:literal)*] $middleware:ident, $handler:ident) => {{
        let site = Site::new()
            .app_data(Data::new(Shop::new()))
            .route("/", web::get().to($handler))
            $(.wrap(from_fn($middleware::<$n>)))*;
        served(now(test::init_service(site)))
    }};
}

pub fn make(kind: Kind, count: usize) -> Box<dyn Subject> {
    match kind {
        Kind::Pass => by_count!(count, site pass),
        Kind::Headers => by_count!(count, site trace),
        Kind::Context => by_count!(count, site provide),
    }
}

struct Served<T>(T);

fn served<T>(service: T) -> Box<dyn Subject>
where
    T: Service<actix_http::Request, Response = ServiceResponse, Error = Error> + 'static,
{
    subject(Served(service))
}

impl<T> App for Served<T>
where
    T: Service<actix_http::Request, Response = ServiceResponse, Error = Error>,
{
    type Request = actix_http::Request;
    type Response = ServiceResponse;

    fn request(&self) -> Self::Request {
        let request = REQUEST_HEADERS
            .into_iter()
            .fold(test::TestRequest::get().uri("/"), |request, header| {
                request.insert_header(header)
            });
        request.to_request()
    }

    fn call(&mut self, request: Self::Request) -> ServiceResponse {
        now(self.0.call(request)).unwrap_or_else(|error| unreachable!("{error}"))
    }

    fn read(response: ServiceResponse) -> Reply {
        let trace = response.headers().get(TRACE_NAME).cloned();
        Reply {
            status: response.status().as_u16(),
            trace: trace.map(|trace| String::from_utf8_lossy(trace.as_bytes()).into_owned()),
            body: {
                let body = now(to_bytes(response.into_body().boxed())).unwrap_or_default();
                String::from_utf8_lossy(&body).into_owned()
            },
        }
    }
}
