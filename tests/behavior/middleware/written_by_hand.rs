//! The `Middleware` trait, implemented without `#[middleware]`.

use axum::Router;
use concentric::{Chain, Middleware, Next, Provides, Request, Requires, Response, app};

use crate::support::{Events, Site};

/// Requires a number from an outer middleware, and accepts any state.
struct Double;

impl Provides for Double {
    type Types = (u64,);
}

impl<S: Send + Sync + 'static> Middleware<S, Requires<u32>> for Double {
    async fn handle<'a, E: Chain<S>>(
        &'a self,
        req: Request,
        next: Next<'a, (u64,), S, E>,
    ) -> Response {
        let number = req.extensions().get::<u32>().copied().unwrap();
        next.provide(u64::from(number) * 2).run(req).await
    }
}

/// Reads the state, and accepts only this one.
struct OfState(&'static str);

impl Provides for OfState {
    type Types = (u32,);
}

impl Middleware<Events> for OfState {
    async fn handle<'a, E: Chain<Events>>(
        &'a self,
        req: Request,
        next: Next<'a, (u32,), Events, E>,
    ) -> Response {
        next.state().add(self.0);
        next.provide(21).run(req).await
    }
}

app! {
    fn by_hand(state: Events) -> Router with [OfState("by hand"), Double] {
        GET "/" => async |number: concentric::Provided<u64>| number.to_string(),
    }
}

#[tokio::test]
async fn a_type_may_implement_middleware_by_hand() {
    let site = Site::new(by_hand);
    assert_eq!(site.trace("GET", "/").await, ["by hand", "200 42"]);
}

#[test]
fn debug_of_our_types_requires_nothing_of_the_users_types() {
    use std::fmt::Debug;

    struct NotDebug;
    fn is_debug<T: Debug>() {}

    is_debug::<concentric::MiddlewareLayer<NotDebug, NotDebug, ()>>();
    is_debug::<concentric::Requires<NotDebug>>();
    is_debug::<Next<'_, (), NotDebug, NotDebug>>();
    is_debug::<concentric::NextWith<'_, (NotDebug,), NotDebug, NotDebug>>();
    is_debug::<concentric::Serve<NotDebug>>();
}
