use std::{future::ready, rc::Rc};

use concentric::handler;

#[handler]
async fn count() -> String {
    let count = Rc::new(1);
    ready(()).await;
    count.to_string()
}

fn main() {
    let _ = count;
}
