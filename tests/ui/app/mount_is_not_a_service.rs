use axum::Router;
use concentric::app;

app! {
    fn site() -> Router {
        mount "/files" => "files",
    }
}

fn main() {}
