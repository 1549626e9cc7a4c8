use concentric::{Next, Request, Response, middleware};

#[middleware]
fn log(req: Request, next: Next) -> Response {
    todo!()
}

fn main() {}
