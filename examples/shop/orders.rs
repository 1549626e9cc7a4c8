//! Orders, and the middleware that finds the order of a path.

use std::{
    collections::BTreeMap,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU32, Ordering},
    },
    time::Duration,
};

use axum::{
    Json,
    extract::{Path, Query, State},
    http::{StatusCode, header},
    response::IntoResponse,
};
use concentric::{HttpError, Next, Provided, Request, Response, middleware};
use serde::{Deserialize, Serialize};
use tokio::{sync::watch, time::sleep};

use crate::{
    auth::{CurrentUser, Role},
    shop,
};

/// The status of an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Status {
    Placed,
    Shipped,
}

/// An order, which can be watched.
#[derive(Clone)]
pub(crate) struct Order {
    pub(crate) id: u32,
    customer: String,
    product: String,
    status: watch::Sender<Status>,
}

impl Order {
    pub(crate) fn watch(&self) -> watch::Receiver<Status> {
        self.status.subscribe()
    }

    fn view(&self) -> OrderView {
        OrderView {
            id: self.id,
            customer: self.customer.clone(),
            product: self.product.clone(),
            status: *self.status.borrow(),
        }
    }
}

/// An order as the client sees it.
#[derive(Serialize)]
pub(crate) struct OrderView {
    id: u32,
    customer: String,
    product: String,
    status: Status,
}

/// All orders.
#[derive(Clone, Default)]
pub(crate) struct Orders {
    last_id: Arc<AtomicU32>,
    by_id: Arc<Mutex<BTreeMap<u32, Order>>>,
}

impl Orders {
    fn access<T>(&self, work: impl FnOnce(&mut BTreeMap<u32, Order>) -> T) -> T {
        // A panic cannot leave the map half changed, so it stays usable.
        work(&mut self.by_id.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// The parameter of an order's path. A struct ignores the other parameters of inner routes.
#[derive(Deserialize)]
pub(crate) struct OrderPath {
    id: u32,
}

/// Provides the order of the path, and rejects users who may not see it.
#[middleware]
pub(crate) async fn find_order(
    State(orders): State<Orders>,
    Path(path): Path<OrderPath>,
    user: Provided<CurrentUser>,
    req: Request,
    next: Next<Order>,
) -> Result<Response, HttpError> {
    let order = orders
        .access(|orders| orders.get(&path.id).cloned())
        .filter(|order| order.customer == user.name || user.role == Role::Owner)
        .ok_or_else(|| HttpError::not_found(format!("you have no order {}", path.id)))?;
    Ok(next.provide(order).run(req).await)
}

pub(crate) async fn list_orders(
    State(orders): State<Orders>,
    user: Provided<CurrentUser>,
) -> Json<Vec<OrderView>> {
    Json(orders.access(|orders| {
        let orders = orders.values();
        let own = orders.filter(|order| order.customer == user.name);
        own.map(Order::view).collect()
    }))
}

#[derive(Deserialize)]
pub(crate) struct NewOrder {
    product: String,
}

pub(crate) async fn place_order(
    State(orders): State<Orders>,
    Provided(user): Provided<CurrentUser>,
    Json(new): Json<NewOrder>,
) -> impl IntoResponse {
    let order = Order {
        id: orders.last_id.fetch_add(1, Ordering::Relaxed) + 1,
        customer: user.name,
        product: new.product,
        status: watch::Sender::new(Status::Placed),
    };
    let view = order.view();
    let location = shop::url::show_order(order.id);
    orders.access(|orders| orders.insert(order.id, order));
    (
        StatusCode::CREATED,
        [(header::LOCATION, location)],
        Json(view),
    )
}

pub(crate) async fn show_order(order: Provided<Order>) -> Json<OrderView> {
    Json(order.view())
}

pub(crate) async fn cancel_order(
    State(orders): State<Orders>,
    order: Provided<Order>,
) -> Result<StatusCode, HttpError> {
    if *order.status.borrow() == Status::Shipped {
        return Err(HttpError::conflict("it is on its way already"));
    }
    orders.access(|orders| orders.remove(&order.id));
    Ok(StatusCode::NO_CONTENT)
}

pub(crate) async fn ship_order(order: Provided<Order>) -> Json<OrderView> {
    order.status.send_replace(Status::Shipped);
    Json(order.view())
}

#[derive(Deserialize)]
pub(crate) struct ReportQuery {
    /// How long the work takes, to test the timeout.
    #[serde(default)]
    milliseconds: u64,
}

pub(crate) async fn report(
    State(orders): State<Orders>,
    Query(query): Query<ReportQuery>,
) -> String {
    sleep(Duration::from_millis(query.milliseconds)).await;
    format!("{} orders", orders.access(|orders| orders.len()))
}
