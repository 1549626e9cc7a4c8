//! The shop, which includes the parts of two crates.

use accounts::{Accounts, authenticate, number};
use axum::{Router, extract::FromRef};
use concentric::app;
use orders::Orders;

/// The state of the shop.
#[derive(Clone, Debug, FromRef)]
pub struct Shop {
    /// The users.
    pub accounts: Accounts,
    /// The orders of all users.
    pub orders: Orders,
}

app! {
    /// The shop.
    pub fn shop(state: Shop) -> Router with [number] {
        GET "/" as index => async || "shop",
        scope "/me" with [authenticate] {
            include accounts::profile(),
        }
        scope "/shops/{shop}/orders" with [authenticate] {
            include orders::orders(state.orders.clone()),
        }
    }
}
