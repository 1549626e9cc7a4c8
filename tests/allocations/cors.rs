//! A `Cors` allocates nothing for a request.

use axum::{Router, response::AppendHeaders};
use concentric::{Cors, Request, app};

use super::{measured_request, pass};

const ORIGIN: &str = "https://example.org";
const HEADERS: [(&str, &str); 1] = [("x-a", "a")];

async fn with_a_header() -> (
    AppendHeaders<[(&'static str, &'static str); 1]>,
    &'static str,
) {
    (AppendHeaders(HEADERS), "hello")
}

fn listed() -> Cors {
    Cors::origins(["https://example.com".to_owned(), ORIGIN.to_owned()])
        .credentials(true)
        .any_method()
        .any_header()
}

app! {
    fn without_cors() -> Router with [pass] {
        GET "/" => with_a_header,
    }
}

app! {
    fn with_cors() -> Router with [listed()] {
        GET "/" => with_a_header,
    }
}

app! {
    fn with_any_origin() -> Router with [Cors::any_origin().expose(["x-a"])] {
        GET "/" => with_a_header,
    }
}

/// Returns the number of allocations of a second request with this origin.
fn allocations(router: Router, origin: Option<&'static str>) -> u64 {
    let make = || {
        let origins = origin.into_iter();
        let request = origins.fold(Request::builder(), |request, origin| {
            request.header("origin", origin)
        });
        request.uri("/")
    };
    measured_request(router, make, 200).count_total
}

/// The response already has headers, so their map has room.
#[test]
fn a_cors_allocates_nothing_for_a_simple_request() {
    for origin in [None, Some(ORIGIN), Some("https://another.org")] {
        let without = allocations(without_cors(), origin);
        assert_eq!(allocations(with_cors(), origin), without, "{origin:?}");
        assert_eq!(
            allocations(with_any_origin(), origin),
            without,
            "{origin:?}"
        );
    }
}
