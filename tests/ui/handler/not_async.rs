use concentric::handler;

#[handler]
fn index() -> &'static str {
    "Hello"
}

fn main() {
    let _ = index;
}
