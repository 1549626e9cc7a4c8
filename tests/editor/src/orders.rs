//! A part.

use concentric::{Part, Provided, app};

use crate::CurrentUser;

/// Lists the orders.
async fn list_orders(_: Provided<CurrentUser>) -> &'static str {
    "orders"
}

app! {
    /// The orders of a user.
    pub(crate) fn orders(state: bool) -> Part<CurrentUser> {
        GET "/" => list_orders if state,
    }
}
