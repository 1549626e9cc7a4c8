use axum::Router;
use concentric::{Request, app};
use tower::service_fn;

struct Failed;

app! {
    fn site() -> Router {
        GET "/" => service_fn(async |_: Request| Err::<&str, _>(Failed)),
    }
}

fn main() {}
