use concentric::handler;

#[handler]
async fn show(id: u32) -> String {
    id.to_string()
}

fn main() {
    let _ = show;
}
