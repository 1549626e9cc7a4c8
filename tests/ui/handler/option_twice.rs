use concentric::handler;

struct Shop;

#[handler(state = Shop, state = Shop)]
async fn show() {}

fn main() {}
