use concentric::{Provided, handler};

struct User;

#[handler]
async fn show(user: Provided<User>) {
    drop(user);
}

fn main() {
    let _ = show;
}
