use axum::Router;
use concentric::app;

#[derive(PartialEq)]
struct Mode {
    level: u8,
}

app! {
    fn site(mode: Mode) -> Router {
        scope "/admin" if mode == Mode { level: 1 } {
            GET "/" => async || "index",
        }
    }
}

fn main() {}
