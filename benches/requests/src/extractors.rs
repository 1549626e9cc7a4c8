//! Ten middleware that each extract a part of the request's head with an axum extractor.

use axum::{
    Router,
    extract::Request,
    middleware::{self, from_fn},
    response::Response,
    routing::get,
};
use concentric::{Next, app, middleware};
use http::Method;
use tower::ServiceBuilder;

use crate::{
    cases::{Case, hello},
    contenders::work::{self, hello as handler},
    subject::Subject,
};

#[middleware]
async fn take(method: Method, req: Request, next: Next) -> Response {
    assert_eq!(method, Method::GET);
    next.run(req).await
}

app! {
    fn taken() -> Router with [take, take, take, take, take, take, take, take, take, take] {
        GET "/" => handler,
    }
}

async fn plain_take(method: Method, req: Request, next: middleware::Next) -> Response {
    assert_eq!(method, Method::GET);
    next.run(req).await
}

fn plain() -> Router {
    let five = || {
        ServiceBuilder::new()
            .layer(from_fn(plain_take))
            .layer(from_fn(plain_take))
            .layer(from_fn(plain_take))
            .layer(from_fn(plain_take))
            .layer(from_fn(plain_take))
    };
    let ten = ServiceBuilder::new().layer(five()).layer(five());
    Router::new().route("/", get(handler)).layer(ten)
}

pub fn cases() -> Vec<Case> {
    let case = |contender, make: fn() -> Router| Case {
        group: "extractors",
        contender,
        count: 10,
        expected: hello(),
        make: Box::new(move || -> Box<dyn Subject> { work::router(make()) }),
    };
    vec![
        case("app!", taken),
        case("from_fn, one ServiceBuilder", plain),
    ]
}
