
pub async fn setting_$N(
    State(settings): State<Arc<Settings>>,
    req: Request,
    next: Next,
) -> Response {
    let mut response = next.run(req).await;
    if let Ok(value) = HeaderValue::from_str(&settings.region) {
        response.headers_mut().insert("x-region-$N", value);
    }
    response
}
