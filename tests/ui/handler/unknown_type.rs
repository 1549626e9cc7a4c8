use concentric::handler;

#[handler]
async fn show(user: CurrentUser, reply: String) -> String {
    drop(user);
    reply
}

fn main() {
    let _ = show;
}
