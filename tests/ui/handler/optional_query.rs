use std::collections::HashMap;

use axum::extract::Query;
use concentric::handler;

#[handler]
async fn list(filter: Option<Query<HashMap<String, String>>>) {
    drop(filter);
}

fn main() {
    let _ = list;
}
