//! Panics whose payload panics, too.

use std::panic::panic_any;

use axum::Router;
use concentric::{Chain, Middleware, Next, Provides, Request, Response, app};

use crate::support::{Events, Site, record_outcome};

/// A payload that panics when it is dropped, with itself until the count is zero.
struct Payload(u32);

impl Drop for Payload {
    fn drop(&mut self) {
        if self.0 > 0 {
            panic_any(Self(self.0 - 1));
        }
    }
}

/// Panics before it returns a future.
struct PanicAtOnce;

impl Provides for PanicAtOnce {
    type Types = ();
}

impl<S: Send + Sync + 'static> Middleware<S> for PanicAtOnce {
    fn handle<'a, E: Chain<S>>(
        &'a self,
        _: Request,
        _: Next<'a, (), S, E>,
    ) -> impl Future<Output = Response> + Send + 'a {
        if size_of::<S>() < usize::MAX {
            panic_any(Payload(2));
        }
        std::future::pending()
    }
}

app! {
    fn panicking(state: Events) -> Router with [record_outcome] {
        GET "/handler" => async || -> () { panic_any(Payload(1)) },
        GET "/twice" => async || -> () { panic_any(Payload(2)) },
        GET "/at-once" => async || "handler" with [PanicAtOnce],
    }
}

#[tokio::test]
async fn a_payload_that_panics_when_dropped_does_not_escape_try_run() {
    let site = Site::new(panicking);
    for path in ["/handler", "/twice", "/at-once"] {
        assert_eq!(
            site.trace("GET", path).await,
            [
                "Err 500: Internal Server Error (panicked)",
                r#"500 {"detail":"Internal Server Error"}"#
            ],
            "{path}"
        );
    }
}
