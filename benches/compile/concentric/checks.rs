
#[middleware]
pub async fn check_$N(req: Request, next: Next) -> Result<Response, ApiError> {
    if req.headers().contains_key("x-check-$N") {
        return Err(ApiError::bad_request("check $N"));
    }
    Ok(next.run(req).await)
}
