use axum::Router;
use concentric::app;

async fn show() -> Result<Vec<u64>, String> {
    Ok(Vec::new())
}

app! {
    fn site() -> Router {
        GET "/" => show,
    }
}

fn main() {}
