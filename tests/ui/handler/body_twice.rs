use axum::Json;
use concentric::handler;

#[handler]
async fn create(text: String, Json(order): Json<u32>) -> String {
    format!("{text} {order}")
}

fn main() {
    let _ = create;
}
