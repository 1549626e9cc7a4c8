use axum::{Extension, Router};
use concentric::{DependsOn, Next, Request, Response, app, middleware, provides};
use tower::Layer;

#[derive(Clone)]
struct Quota;

#[middleware]
async fn authenticate(req: Request, next: Next) -> Response {
    next.run(req).await
}

#[derive(Clone)]
struct QuotaLayer;

impl<S> Layer<S> for QuotaLayer {
    type Service = <Extension<Quota> as Layer<S>>::Service;

    fn layer(&self, service: S) -> Self::Service {
        Extension(Quota).layer(service)
    }
}

impl DependsOn<(authenticate,)> for QuotaLayer {}

app! {
    fn site() -> Router with [provides::<Quota>(QuotaLayer)] {}
}

fn main() {}
