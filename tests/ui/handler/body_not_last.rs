use axum::{Json, http::Method};
use concentric::handler;

#[handler]
async fn create(Json(order): Json<u32>, method: Method) -> String {
    format!("{method} {order}")
}

fn main() {
    let _ = create;
}
