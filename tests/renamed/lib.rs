//! `concentric` under another name in `Cargo.toml`.

#[cfg(test)]
mod tests {
    use axum::{body::Body, Router};
    use rings::{app, handler, middleware, Next, Provided, Request, Response};
    use tower::ServiceExt;

    #[middleware(crate = rings)]
    async fn greet(#[config] name: &str, req: Request, next: Next<String>) -> Response {
        next.provide(name.to_owned()).run(req).await
    }

    #[handler(crate = rings)]
    async fn hello(name: Provided<String>) -> String {
        format!("Hello, {}", name.0)
    }

    app! {
        #[concentric(crate = rings)]
        fn site() -> Router with [greet("Ada")] {
            GET "/" => hello,
        }
    }

    #[tokio::test]
    async fn the_crate_can_be_renamed_in_cargo_toml() {
        let Ok(response) = site().oneshot(Request::new(Body::empty())).await;
        let Ok(body) = axum::body::to_bytes(response.into_body(), 100).await else {
            unreachable!("the body is in memory")
        };
        assert_eq!(body, "Hello, Ada");
    }
}
