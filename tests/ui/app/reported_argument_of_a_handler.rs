use concentric::{app, axum::Router, handler};

#[handler]
async fn show(id: u32) -> String {
    id.to_string()
}

app! {
    fn site() -> Router {
        GET "/{id}" => show,
        GET "/again/{id}" as again => show,
    }
}

fn main() {}
