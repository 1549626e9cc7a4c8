//! Types of the user that are named like types of the runtime.

use axum::Router;
use concentric::{Next, Request, Response, app, middleware};

#[derive(Clone)]
pub(crate) enum LayerKind {
    Fast,
}

#[middleware]
async fn speed(#[config] kind: &LayerKind, req: Request, next: Next) -> Response {
    let LayerKind::Fast = kind;
    next.run(req).await
}

fn limit(most: u8) -> Option<speed> {
    (most > 0).then(|| speed(LayerKind::Fast))
}

app! {
    pub(crate) fn site(state: u8, on: bool, #[cfg(any())] never: Missing) -> Router with [
        speed(LayerKind::Fast),
        speed(LayerKind::Fast) if on,
        limit(state).unwrap_or(speed(LayerKind::Fast)),
    ] {
        #[cfg_attr(not(any()), cfg(any()))]
        GET "/never" => missing,
        GET "/" => async || "fast",
        scope "/x" with [speed(LayerKind::Fast)] {
            GET "/" => async || "x",
        }
    }
}
