use axum::{Json, http::Method};
use concentric::handler;
use std::str::FromStr;

#[handler]
async fn create<T: FromStr>(body: String, method: Method) -> Json<bool> {
    let _ = method;
    Json(body.parse::<T>().is_ok())
}

fn main() {
    let _ = create::<u32>;
}
