use axum::{Json, extract::State};
use concentric::handler;

struct Reply;

#[handler(crat = other)]
async fn create(Json(order): Json<u32>, State(name): State<String>, words: &[String], id: u32) -> Reply {
    drop((order, name, words, id));
    Reply
}

fn main() {
    let _ = create;
}
