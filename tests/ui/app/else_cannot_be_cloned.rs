use axum::{Extension, Router};
use concentric::app;

struct Theme;

app! {
    fn site(strict: bool) -> Router with [Extension(1_u8) if strict else Extension(Theme)] {}
}

fn main() {}
