use std::rc::Rc;

use concentric::{Next, Request, Response, middleware};

#[middleware]
async fn log(req: Request, next: Next) -> Response {
    let count = Rc::new(1);
    let response = next.run(req).await;
    println!("{count}");
    response
}

fn main() {}
