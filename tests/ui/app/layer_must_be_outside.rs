use axum::Router;
use concentric::{Next, Order, Request, Response, app, middleware};
use tower::{Layer, layer::util::Identity};

#[middleware]
async fn authenticate(req: Request, next: Next) -> Response {
    next.run(req).await
}

#[derive(Clone)]
struct Cors;

impl<S> Layer<S> for Cors {
    type Service = S;

    fn layer(&self, service: S) -> S {
        Identity::new().layer(service)
    }
}

impl Order for Cors {
    type Outside = (authenticate,);
    type Inside = ();
}

app! {
    fn site() -> Router with [authenticate, Cors] {}
}

fn main() {}
