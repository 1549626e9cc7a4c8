use concentric::handler;

#[handler]
async fn index(req: ) -> String {
    String::new()
}

fn main() {
    let _ = index;
}
