use axum::{Extension, Router};
use concentric::{app, provides};

#[derive(Clone)]
struct Theme;

app! {
    fn site(strict: bool) -> Router with [provides::<Theme>(Extension(Theme)) if strict] {}
}

fn main() {}
