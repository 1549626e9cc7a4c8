use axum::Router;
use concentric::{Next, Request, Response, app, middleware};

mod theirs {
    pub struct State<T>(pub T);

    impl<T, S: Sync> axum::extract::FromRequestParts<S> for State<T>
    where
        T: Default,
    {
        type Rejection = std::convert::Infallible;

        async fn from_request_parts(
            _: &mut axum::http::request::Parts,
            _: &S,
        ) -> Result<Self, Self::Rejection> {
            Ok(Self(T::default()))
        }
    }
}

use theirs::State;

#[middleware]
async fn count(State(_): State<u32>, req: Request, next: Next) -> Response {
    next.run(req).await
}

app! {
    fn site(state: u32) -> Router with [count] {}
}

fn main() {}
