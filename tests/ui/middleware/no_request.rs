use concentric::{Next, Response, middleware};

#[middleware]
async fn log(next: Next) -> Response {
    todo!()
}

fn main() {}
