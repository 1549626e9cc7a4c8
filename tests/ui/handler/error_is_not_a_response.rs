use std::io;

use concentric::handler;

#[handler]
async fn index() -> Result<String, io::Error> {
    Ok(String::new())
}

fn main() {
    let _ = index;
}
