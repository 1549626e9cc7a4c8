//! Errors that middleware `try_run`.

use axum::Router;
use concentric::{HttpError, Next, Request, Response, app, middleware};

use crate::{measured, pass};

/// Returns the number of allocations of a second `GET` of `path`, which answers with a 409.
fn allocations_of_an_error(router: Router, path: &str) -> u64 {
    measured(router, path, 409).count_total
}

#[middleware]
async fn attempt(req: Request, next: Next) -> Result<Response, HttpError> {
    next.try_run(req).await
}

async fn conflict() -> HttpError {
    HttpError::conflict("taken")
}

app! {
    fn error_past_ten() -> Router
    with [pass, pass, pass, pass, pass, pass, pass, pass, pass, pass] {
        GET "/" => conflict,
    }
}

app! {
    fn error_tried_once() -> Router
    with [attempt, pass, pass, pass, pass, pass, pass, pass, pass, pass] {
        GET "/" => conflict,
    }
}

app! {
    fn error_tried_ten_times() -> Router with [
        attempt,
        attempt,
        attempt,
        attempt,
        attempt,
        attempt,
        attempt,
        attempt,
        attempt,
        attempt,
    ] {
        GET "/" => conflict,
    }
}

/// A thread keeps the room for the response of an error, so each request uses it again.
#[test]
fn an_error_allocates_no_more_if_any_number_of_middleware_try_run() {
    let passed = allocations_of_an_error(error_past_ten(), "/");
    assert_eq!(allocations_of_an_error(error_tried_once(), "/"), passed);
    assert_eq!(
        allocations_of_an_error(error_tried_ten_times(), "/"),
        passed
    );
}
