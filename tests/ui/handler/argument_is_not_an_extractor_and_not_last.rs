use axum::http::Method;
use concentric::handler;

#[handler]
async fn show(ids: Vec<u32>, method: Method) -> String {
    format!("{method} {ids:?}")
}

fn main() {
    let _ = show;
}
