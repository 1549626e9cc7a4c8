use axum::{Router, extract::Path};
use concentric::app;

async fn show(_: Path<(u32, u32)>) {}

app! {
    fn site() -> Router {
        GET "/users/{user}/orders/{order}" as order => show,
    }
}

fn main() {
    let _: Router = site();
    let _ = site::url::order(7);
}
