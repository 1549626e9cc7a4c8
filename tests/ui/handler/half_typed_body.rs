use concentric::{Request, handler};

#[handler]
async fn index(req: Request) -> String {
    let uri = req.;
    String::new()
}

fn main() {
    let _ = index;
}
