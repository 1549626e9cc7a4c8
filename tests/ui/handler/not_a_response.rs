use concentric::handler;

struct Reply;

#[handler]
async fn index() -> Reply {
    Reply
}

fn main() {
    let _ = index;
}
