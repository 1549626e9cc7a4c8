use concentric::middleware;

#[middleware]
struct Log;

fn main() {}
