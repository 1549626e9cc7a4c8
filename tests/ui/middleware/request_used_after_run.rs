use concentric::{Next, Request, Response, middleware};

#[middleware]
async fn log(req: Request, next: Next) -> Response {
    let response = next.run(req).await;
    println!("{}", req.uri());
    response
}

fn main() {}
