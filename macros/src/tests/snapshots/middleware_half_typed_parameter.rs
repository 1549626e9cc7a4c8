// #[middleware]
// async fn log(req: Request, next: ) -> Response {
//     next.run(req).await
// }

half_written! {
    async fn log(req : Request, next :) -> Response { next.run(req). await }
}

::core::compile_error!(
    "unexpected end of input, expected one of: `for`, parentheses, `unsafe`, `fn`, `extern`, identifier, `::`, `<`, `dyn`, square brackets, `*`, `&`, `!`, `impl`, `_`, lifetime",
)
