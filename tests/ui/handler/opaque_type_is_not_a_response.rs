use std::fmt::Display;

use concentric::handler;

#[handler]
async fn index() -> impl Display {
    5
}

fn main() {
    let _ = index;
}
