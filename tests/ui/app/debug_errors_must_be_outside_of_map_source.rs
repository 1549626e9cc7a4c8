use axum::{Router, http::StatusCode};
use concentric::{app, debug_errors, map_source};

app! {
    fn site() -> Router with [
        map_source::<std::io::Error>(StatusCode::SERVICE_UNAVAILABLE),
        debug_errors(site::ROUTES),
    ] {
        GET "/" => async || "Hello",
    }
}

fn main() {
    site();
}
