
pub async fn mark_$N(req: Request, next: Next) -> Response {
    let mut response = next.run(req).await;
    let headers = response.headers_mut();
    headers.insert("x-mark-$N", HeaderValue::from_static("$N"));
    response
}
