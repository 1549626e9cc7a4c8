use axum::{Router, http::Request, response::Response};
use concentric::{Cors, app};
use tower_http::auth::AsyncRequireAuthorizationLayer;

async fn authorize(
    req: Request<axum::body::Body>,
) -> Result<Request<axum::body::Body>, Response> {
    Ok(req)
}

app! {
    fn site() -> Router with [AsyncRequireAuthorizationLayer::new(authorize), Cors::any_origin()] {}
}

fn main() {}
