use concentric::handler;

#[handler]
async unsafe fn index() {}

fn main() {
    let _ = index;
}
