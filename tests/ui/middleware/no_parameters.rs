use concentric::{Response, middleware};

#[middleware]
async fn log() -> Response {
    todo!()
}

fn main() {}
