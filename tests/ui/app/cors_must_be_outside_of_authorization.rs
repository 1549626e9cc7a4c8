use axum::{Router, body::Body};
use concentric::{Request, Response, app};
use tower_http::{auth::AsyncRequireAuthorizationLayer, cors::CorsLayer};

async fn authorize(req: Request) -> Result<Request, Response> {
    match req.headers().contains_key("authorization") {
        true => Ok(req),
        false => Err(Response::new(Body::empty())),
    }
}

app! {
    fn site() -> Router with [AsyncRequireAuthorizationLayer::new(authorize), CorsLayer::permissive()] {}
}

fn main() {}
