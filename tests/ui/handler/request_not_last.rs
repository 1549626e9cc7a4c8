use axum::http::Method;
use concentric::{Request, handler};

#[handler]
async fn create(req: Request, method: Method) -> String {
    format!("{method} {}", req.uri())
}

fn main() {
    let _ = create;
}
