use axum::{Extension, Router};
use concentric::{app, provides};

#[derive(Clone)]
struct Theme;

app! {
    fn site() -> Router with [provides(Extension(Theme))] {}
}

fn main() {}
