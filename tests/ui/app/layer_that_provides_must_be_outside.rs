use axum::{Extension, Router};
use concentric::{Next, Order, Request, Response, app, middleware, provides};
use tower::Layer;

#[derive(Clone)]
struct Theme;

#[middleware]
async fn authenticate(req: Request, next: Next) -> Response {
    next.run(req).await
}

#[derive(Clone)]
struct ThemeLayer;

impl<S> Layer<S> for ThemeLayer {
    type Service = <Extension<Theme> as Layer<S>>::Service;

    fn layer(&self, service: S) -> Self::Service {
        Extension(Theme).layer(service)
    }
}

impl Order for ThemeLayer {
    type Outside = (authenticate,);
    type Inside = ();
}

app! {
    fn site() -> Router with [authenticate, provides::<Theme>(ThemeLayer)] {}
}

fn main() {}
