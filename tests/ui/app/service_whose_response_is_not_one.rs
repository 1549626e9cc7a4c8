use axum::Router;
use concentric::{Request, app};
use tower::service_fn;

struct Reply;

app! {
    fn site() -> Router {
        GET "/" => service_fn(async |_: Request| Ok::<_, std::io::Error>(Reply)),
    }
}

fn main() {}
