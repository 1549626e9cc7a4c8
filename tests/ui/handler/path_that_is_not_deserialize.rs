use axum::extract::Path;
use concentric::handler;

struct Id;

#[handler]
async fn show(Path(id): Path<Id>) {
    drop(id);
}

fn main() {
    let _ = show;
}
