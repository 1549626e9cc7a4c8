//! A rate limit that all processes share.

use axum::{
    extract::State,
    http::{HeaderValue, StatusCode, header::RETRY_AFTER},
};
use axum_client_ip::ClientIp;
use concentric::{HttpError, Next, Request, Response, middleware};
use fred::{clients::Client, interfaces::LuaInterface};

/// A minute, in seconds.
const WINDOW: u32 = 60;

/// Counts a request, and returns the count and the seconds until it begins again. Redis runs it as one step.
const COUNT: &str = "
    local count = redis.call('INCR', KEYS[1])
    local seconds = redis.call('TTL', KEYS[1])
    -- A key without an expiry has -1.
    if seconds < 0 then
        redis.call('EXPIRE', KEYS[1], ARGV[1])
        seconds = tonumber(ARGV[1])
    end
    return { count, seconds }
";

/// Limits each client to `requests_per_minute`.
#[middleware]
pub(crate) async fn limit_rate(
    #[config] requests_per_minute: &u64,
    State(redis): State<Client>,
    ClientIp(address): ClientIp,
    req: Request,
    next: Next,
) -> Result<Response, HttpError> {
    let key = format!("rate:{address}");
    let (count, seconds): (u64, u64) = redis.eval(COUNT, key, WINDOW).await?;
    if count > *requests_per_minute {
        let error = HttpError::new(StatusCode::TOO_MANY_REQUESTS, "too many requests");
        return Err(error.with_header(RETRY_AFTER, HeaderValue::from(seconds)));
    }
    Ok(next.run(req).await)
}
