use axum::{Router, extract::Path};
use concentric::app;

struct Id(u32);

async fn show(Path(id): Path<u32>) -> String {
    Id(id).0.to_string()
}

app! {
    fn site() -> Router {
        GET "/items/{id}" => show,
    }
}

fn main() {
    let _: Router = site();
    let _ = site::url::show(Id(7));
}
