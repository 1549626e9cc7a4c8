use axum::Router;
use concentric::app;

app! {
    fn site() -> Router {
        GET "/{id}" => async |id| "shown",
    }
}

fn main() {}
