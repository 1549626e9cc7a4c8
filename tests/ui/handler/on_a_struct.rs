use concentric::handler;

#[handler]
struct Index;

fn main() {
    let _ = Index;
}
