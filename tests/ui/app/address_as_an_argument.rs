use axum::Router;
use concentric::app;

async fn show(_: std::net::IpAddr) {}

app! {
    fn site() -> Router {
        GET "/{address}" => show,
    }
}

fn main() {}
