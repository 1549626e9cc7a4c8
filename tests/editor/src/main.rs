//! The application that `check.py` opens in a language server.

mod layers;
mod orders;

use axum::Router;
use concentric::{Next, Request, Response, app, middleware};

use crate::layers::PoweredBy;

/// The state.
#[derive(Clone)]
struct Shop {
    is_open: bool,
}

/// The user of a request.
#[derive(Clone)]
struct CurrentUser;

/// Logs each request.
#[middleware]
async fn log_requests(req: Request, next: Next) -> Response {
    /*body*/
    next.run(req).await
}

/// Limits the size of a request.
#[middleware]
async fn limit_size(#[config] most: &usize, req: Request, next: Next) -> Response {
    let _ = most;
    next.run(req).await
}

/// Finds out who sends a request.
#[middleware]
async fn authenticate(req: Request, next: Next<CurrentUser>) -> Response {
    next.provide(CurrentUser).run(req).await
}

/// Shows the home page.
async fn show_home() -> &'static str {
    "home"
}

/// Shows one product.
async fn show_product() -> &'static str {
    "product"
}

/// Is shown for an unmatched path.
async fn show_missing() -> &'static str {
    "missing"
}

app! {
    /// The shop.
    fn shop(state: Shop) -> Router
    with [log_requests, limit_size(8) if state.is_open, PoweredBy("axum"), layers::PoweredBy("tower"), /*entry*/]
    {
        stack signed_in = [authenticate],

        GET "/" => show_home,
        GET "/products/{id}" as product => show_product without [limit_size],
        scope "/orders" with [..signed_in] {
            include orders::orders(state.is_open) if state.is_open,
        }
        scope "/account" with [authenticate if state.is_open else limit_size(9)] {
            GET "/" as account => show_home,
            /*nested*/
        }
        /*item*/
        fallback => show_missing,
    }
}

/*app*/

fn main() {
    let _ = shop(Shop { is_open: true });
    let _ = shop::url::product(7);
    let _ = shop::url::orders().list_orders();
    /*code*/
    let _: Router = Router::new().layer(log_requests()).layer(limit_size(7));
}
