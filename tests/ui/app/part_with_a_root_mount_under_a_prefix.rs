use axum::Router;
use concentric::{Part, app};

app! {
    fn files() -> Part {
        GET "/{id}" => async || "file",
        mount "/" => Router::<()>::new(),
    }
}

app! {
    fn shop() -> Router {
        scope "/files" {
            include files(),
        }
    }
}

fn main() {}
