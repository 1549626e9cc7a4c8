//! The part with the orders of a user. It includes the part of another crate.

use std::{collections::BTreeMap, sync::Arc};

use accounts::CurrentUser;
use axum::extract::{Path, State};
use concentric::{HttpError, Next, Part, Provided, Request, Response, app, middleware};
use serde::Deserialize;

/// The users and the articles of all orders, by their numbers.
#[derive(Clone, Debug)]
pub struct Orders(pub Arc<BTreeMap<u32, (&'static str, &'static str)>>);

/// An order of the current user.
#[derive(Clone, Debug)]
pub struct Order(&'static str);

#[derive(Deserialize)]
struct OrderPath {
    order: u32,
}

/// Provides the [`Order`] of the path, if the user has it.
#[middleware]
async fn find_order(
    State(orders): State<Orders>,
    user: Provided<CurrentUser>,
    Path(path): Path<OrderPath>,
    req: Request,
    next: Next<Order>,
) -> Result<Response, HttpError> {
    match orders.0.get(&path.order) {
        Some((name, article)) if *name == user.0.0 => {
            Ok(next.provide(Order(article)).run(req).await)
        }
        _ => Err(HttpError::not_found("no such order")),
    }
}

async fn list_orders(State(orders): State<Orders>, user: Provided<CurrentUser>) -> String {
    let orders = orders.0.iter().filter(|(_, (name, _))| *name == user.0.0);
    let numbers: Vec<String> = orders.map(|(number, _)| number.to_string()).collect();
    numbers.join(", ")
}

async fn show_order(order: Provided<Order>) -> &'static str {
    order.0.0
}

app! {
    /// The orders of the user.
    pub fn orders(state: Orders) -> Part<CurrentUser> {
        GET "/" => list_orders,
        scope "/{order}" with [find_order] {
            GET "/" => show_order,
            scope "/customer" {
                include accounts::profile() as customer,
            }
        }
    }
}
