use concentric::{Request, Response, middleware};

#[middleware]
async fn log(req: Request) -> Response {
    todo!()
}

fn main() {}
