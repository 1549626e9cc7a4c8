use concentric::{Part, app};

struct CurrentUser;

app! {
    fn orders() -> Part<CurrentUser> {
        GET "/" => async || "orders",
    }
}

fn main() {}
