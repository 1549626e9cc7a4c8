use concentric::{Part, app};

#[derive(Clone)]
struct CurrentUser;

app! {
    fn orders() -> Part<CurrentUser> {
        GET "/" => async || "orders",
    }
}

fn main() {
    let _ = orders().into_router();
}
