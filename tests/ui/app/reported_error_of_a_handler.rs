use concentric::{app, axum::Router, handler};
use std::error::Error;

#[handler]
async fn load() -> Result<String, Box<dyn Error + Send + Sync>> {
    Ok(String::new())
}

app! {
    fn site() -> Router {
        GET "/load" => load,
    }
}

fn main() {}
