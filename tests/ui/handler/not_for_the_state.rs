use axum::extract::State;
use concentric::handler;

#[derive(Clone)]
struct Shop;

#[derive(Clone)]
struct Mailer;

#[handler(state = Shop)]
async fn send(State(mailer): State<Mailer>) {
    drop(mailer);
}

fn main() {
    let _ = send;
}
