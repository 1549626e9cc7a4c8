use axum::Json;
use concentric::handler;

struct Order;

#[handler]
async fn create(Json(order): Json<Order>) {
    drop(order);
}

fn main() {
    let _ = create;
}
