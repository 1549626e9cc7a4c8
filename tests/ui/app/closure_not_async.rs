use axum::{Router, extract::Path};
use concentric::app;

app! {
    fn site() -> Router {
        GET "/{id}" => |Path(id): Path<u32>| id.to_string(),
    }
}

fn main() {}
