//! salvo, with a `.hoop` for each middleware.

use std::net::{Ipv4Addr, SocketAddr};

use ::salvo::{
    Depot, FlowCtrl, Handler, Request, Response, Router, Service, affix_state, async_trait,
    handler,
    http::{HeaderValue, uri::Scheme},
};

use super::work::{Shop, TRACE_NAME, Value};
use crate::{
    lists::by_count,
    subject::{App, Kind, REQUEST_HEADERS, Reply, Subject, now, subject},
};

#[handler]
async fn pass(req: &mut Request, depot: &mut Depot, res: &mut Response, ctrl: &mut FlowCtrl) {
    ctrl.call_next(req, depot, res).await;
}

#[handler]
async fn trace(req: &mut Request, depot: &mut Depot, res: &mut Response, ctrl: &mut FlowCtrl) {
    let found: Option<HeaderValue> = req.headers().get(TRACE_NAME).cloned();
    ctrl.call_next(req, depot, res).await;
    if let Some(found) = found {
        res.headers_mut().insert(TRACE_NAME, found);
    }
}

struct Provide<const K: usize>;

#[async_trait]
impl<const K: usize> Handler for Provide<K> {
    async fn handle(
        &self,
        req: &mut Request,
        depot: &mut Depot,
        res: &mut Response,
        ctrl: &mut FlowCtrl,
    ) {
        if let Some(provided) = depot.get_typed::<Shop>().ok().map(Value::<K>::of) {
            depot.insert_typed(provided);
        }
        ctrl.call_next(req, depot, res).await;
    }
}

#[handler]
async fn hello() -> &'static str {
    "hello"
}

#[handler]
async fn state(depot: &mut Depot) -> String {
    let shop = depot.get_typed::<Shop>();
    shop.map(|shop| shop.0.to_string()).unwrap_or_default()
}

#[handler]
async fn value(depot: &mut Depot) -> String {
    let provided = depot.get_typed::<Value<0>>();
    provided
        .map(|provided| provided.0.to_string())
        .unwrap_or_default()
}

macro_rules! providing {
    ([]) => { Router::new().get(state) };
    ([$($n:literal)*]) => { Router::new()$(.hoop(Provide::<$n>))*.get(value) };
}

pub fn make(kind: Kind, count: usize) -> Box<dyn Subject> {
    let router = match kind {
        Kind::Pass => (0..count)
            .fold(Router::new(), |router, _| router.hoop(pass))
            .get(hello),
        Kind::Headers => (0..count)
            .fold(Router::new(), |router, _| router.hoop(trace))
            .get(hello),
        Kind::Context => Router::new()
            .hoop(affix_state::inject(Shop::new()))
            .push(by_count!(count, providing)),
    };
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, 8000));
    let service = Service::new(router);
    let scheme = Scheme::HTTP;
    let control = Default::default();
    // salvo's server does this for each connection.
    let served = service.hyper_handler(address.into(), address.into(), scheme, None, control, None);
    subject(Served(move |request| now(served.handle(request))))
}

struct Served<F>(F);

impl<F: Fn(Request) -> Response> App for Served<F> {
    type Request = Request;
    type Response = Response;

    fn request(&self) -> Request {
        let mut request = Request::new();
        for (name, text) in REQUEST_HEADERS {
            let text = HeaderValue::from_static(text);
            request.headers_mut().insert(name, text);
        }
        request
    }

    fn call(&mut self, request: Request) -> Response {
        (self.0)(request)
    }

    fn read(mut response: Response) -> Reply {
        let found = response.headers().get(TRACE_NAME);
        Reply {
            status: response.status_code.map_or(0, |status| status.as_u16()),
            trace: found.map(|found| String::from_utf8_lossy(found.as_bytes()).into_owned()),
            body: match response.take_body() {
                ::salvo::http::ResBody::Once(body) => String::from_utf8_lossy(&body).into_owned(),
                body => format!("{body:?}"),
            },
        }
    }
}
