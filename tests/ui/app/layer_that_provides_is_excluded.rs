use axum::{Extension, Router};
use concentric::{Provided, app, provides};

#[derive(Clone)]
struct Theme;

async fn index(_: Provided<Theme>) {}

app! {
    fn site() -> Router with [provides::<Theme>(Extension(Theme))] {
        GET "/" => index without [Extension],
    }
}

fn main() {}
