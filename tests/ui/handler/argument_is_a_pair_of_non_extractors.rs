use concentric::handler;

#[handler]
async fn show(_: (u32, bool)) {}

fn main() {
    let _ = show;
}
