use axum::{Router, response::Response};
use concentric::{HttpError, Request, app};
use tower::util::BoxCloneService;

app! {
    fn site(service: BoxCloneService<Request, Response, HttpError>) -> Router {
        fallback => service,
    }
}

fn main() {}
