use axum::http::Method;
use concentric::handler;

struct Api;

impl Api {
    #[handler]
    async fn create(&self, body: String, method: Method) -> String {
        format!("{method} {body}")
    }
}

fn main() {
    let _ = Api::create;
}
