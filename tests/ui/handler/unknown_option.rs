use concentric::handler;

#[handler(sate = u32)]
async fn index() {}

fn main() {
    let _ = index;
}
