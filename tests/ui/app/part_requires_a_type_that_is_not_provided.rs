use axum::Router;
use concentric::{Part, Provided, app};

#[derive(Clone)]
struct CurrentUser;

mod orders {
    use super::*;

    app! {
        pub fn orders(state: u32) -> Part<CurrentUser> {
            GET "/" => async |_user: Provided<CurrentUser>| "orders",
        }
    }
}

app! {
    fn shop() -> Router {
        scope "/orders" {
            include orders::orders(7),
        }
    }
}

fn main() {}
