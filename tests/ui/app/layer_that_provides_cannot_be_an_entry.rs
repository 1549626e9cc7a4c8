use axum::Router;
use concentric::{app, provides};

#[derive(Clone)]
struct Theme;

app! {
    fn site() -> Router with [provides::<Theme>(Theme)] {}
}

fn main() {}
