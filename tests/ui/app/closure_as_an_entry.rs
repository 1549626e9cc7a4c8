use axum::Router;
use concentric::{Request, app};

app! {
    fn site() -> Router with [async |req: Request| req] {}
}

fn main() {}
