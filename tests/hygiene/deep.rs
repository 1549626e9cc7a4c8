//! Stacks that would exceed the recursion limit as one nested future.

use axum::Router;
use concentric::{Next, Provided, Request, Response, app, middleware};
use http::Method;
use tower_http::set_header::SetResponseHeaderLayer;

#[middleware]
async fn pass(req: Request, next: Next) -> Response {
    next.run(req).await
}

#[middleware]
async fn extract(_: Method, req: Request, next: Next) -> Response {
    next.run(req).await
}

#[middleware]
async fn attempt(req: Request, next: Next) -> Response {
    match next.try_run(req).await {
        Ok(response) => response,
        Err(error) => axum::response::IntoResponse::into_response(error),
    }
}

#[middleware]
#[tracing::instrument(skip_all)]
async fn traced(req: Request, next: Next) -> Response {
    next.run(req).await
}

#[middleware]
async fn provide<const N: usize>(req: Request, next: Next<[u8; N]>) -> Response {
    next.provide([0; N]).run(req).await
}

#[middleware]
async fn require<const N: usize>(bytes: Provided<[u8; N]>, req: Request, next: Next) -> Response {
    assert_eq!(*bytes, [0; N]);
    next.run(req).await
}

fn layer() -> SetResponseHeaderLayer<http::HeaderValue> {
    SetResponseHeaderLayer::overriding(
        http::HeaderName::from_static("x-deep"),
        http::HeaderValue::from_static("1"),
    )
}

async fn index() -> &'static str {
    "index"
}

macro_rules! deep {
    ($name:ident($($on:ident: $bool:ty)?): $($e:tt)*) => {
        app! {
            pub(crate) fn $name($($on: $bool)?) -> Router with [
                $($e)*, $($e)*, $($e)*, $($e)*, $($e)*, $($e)*, $($e)*, $($e)*, $($e)*, $($e)*,
                $($e)*, $($e)*, $($e)*, $($e)*, $($e)*, $($e)*, $($e)*, $($e)*, $($e)*, $($e)*,
                $($e)*, $($e)*, $($e)*, $($e)*, $($e)*, $($e)*, $($e)*, $($e)*, $($e)*, $($e)*,
                $($e)*, $($e)*, $($e)*, $($e)*, $($e)*, $($e)*, $($e)*, $($e)*, $($e)*, $($e)*,
            ] {
                GET "/" => index,
            }
        }
    };
}
deep!(passing(): pass);
deep!(extracting(): extract);
deep!(attempting(): attempt);
deep!(traces(): traced);
deep!(layers(): layer());
deep!(conditional(on: bool): pass if on);
deep!(conditional_layers(on: bool): layer() if on);
deep!(choosing(on: bool): extract if on else attempt);
deep!(choosing_layers(on: bool): layer() if on else pass);

app! {
    pub(crate) fn providing() -> Router with [
        provide::<1>(),
        provide::<2>(),
        provide::<3>(),
        provide::<4>(),
        provide::<5>(),
        provide::<6>(),
        provide::<7>(),
        provide::<8>(),
        provide::<9>(),
        provide::<10>(),
        provide::<11>(),
        provide::<12>(),
        provide::<13>(),
        provide::<14>(),
        provide::<15>(),
        provide::<16>(),
        provide::<17>(),
        provide::<18>(),
        provide::<19>(),
        provide::<20>(),
        require::<1>(),
        require::<2>(),
        require::<3>(),
        require::<4>(),
        require::<5>(),
        require::<6>(),
        require::<7>(),
        require::<8>(),
        require::<9>(),
        require::<10>(),
        require::<11>(),
        require::<12>(),
        require::<13>(),
        require::<14>(),
        require::<15>(),
        require::<16>(),
        require::<17>(),
        require::<18>(),
        require::<19>(),
        require::<20>(),
    ] {
        GET "/" => index,
    }
}
