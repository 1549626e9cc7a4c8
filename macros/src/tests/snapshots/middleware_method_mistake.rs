// #[middleware]
// async fn log(&self, req: Request, next: Next) -> Response {
//     next.run(req).await
// }

#[allow(dead_code)]
fn log(&self) {}

::core::compile_error!(
    "`self` is not allowed on a middleware\nkeep data in a `#[config]` parameter, or in a type that implements `Middleware`\nwrite: async fn log(req: Request, next: Next) -> Response",
)
