use std::cell::Cell;

use concentric::{Provided, handler};

#[derive(Clone)]
struct Visits(Cell<u32>);

#[handler]
async fn show(visits: Provided<Visits>) -> String {
    visits.0.0.get().to_string()
}

fn main() {
    let _ = show;
}
