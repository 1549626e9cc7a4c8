use concentric::{Next, Request, middleware};

struct Reply;

#[middleware]
async fn log(req: Request, next: Next) -> Reply {
    let _ = next.run(req).await;
    Reply
}

fn main() {}
