use axum::{Router, routing::get};
use concentric::{Part, app};

app! {
    fn files() -> Part {
        mount "/files" => get("a file"),
    }
}

app! {
    fn shop() -> Router {
        GET "/shop/files/{name}" => async || "another file",
        scope "/shop" {
            include files(),
        }
    }
}

fn main() {}
