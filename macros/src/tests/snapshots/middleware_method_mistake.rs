// #[middleware]
// async fn log(&self, req: Request, next: Next) -> Response {
//     next.run(req).await
// }

#[allow(dead_code)]
fn log(&self) {}

::core::compile_error!(
    "a middleware is a free function, without `self`\nwhat it keeps between requests is config, or the fields of a type that implements `Middleware` by hand\nexpected: async fn log(req: Request, next: Next) -> Response",
)
