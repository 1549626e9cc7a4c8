use concentric::{Request, handler};

#[handler]
async fn index(req: Request) -> String {
    drop(req.);
    String::new()
}

fn main() {
    let _ = index;
}
