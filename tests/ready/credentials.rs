//! The middleware for credentials that the guide writes itself. `page.rs` compares the code.

use axum::Router;
use axum_extra::headers::{
    Authorization, HeaderMapExt,
    authorization::{Basic, Bearer},
};
use concentric::{Cors, HttpError, Next, Provided, Request, Response, app, middleware};
use http::{HeaderValue, header};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation, decode, encode};
use serde::{Deserialize, Serialize};
use subtle::ConstantTimeEq;

use crate::support::{Reply, get, get_with, index};

/// Returns the status and the challenge of a response.
fn challenge(reply: &Reply) -> (u16, &str) {
    (reply.status, reply.header("www-authenticate"))
}

/// Rejects requests without the password of this user.
#[middleware(inside(Cors))]
async fn basic_auth(
    #[config] user: &str,
    #[config] password: &str,
    req: Request,
    next: Next,
) -> Result<Response, HttpError> {
    let given = req.headers().typed_get::<Authorization<Basic>>();
    let is_valid = given.is_some_and(|given| {
        let is_user = given.username().as_bytes().ct_eq(user.as_bytes());
        let is_password = given.password().as_bytes().ct_eq(password.as_bytes());
        (is_user & is_password).into()
    });
    if is_valid {
        return Ok(next.run(req).await);
    }
    let challenge = HeaderValue::from_static(r#"Basic realm="admin", charset="UTF-8""#);
    Err(HttpError::unauthorized("log in first").with_header(header::WWW_AUTHENTICATE, challenge))
}

app! {
    fn protected(password: String) -> Router with [basic_auth("admin", password)] {
        GET "/" => index,
    }
}

#[tokio::test]
async fn a_browser_asks_for_the_password() {
    let app = protected("secret".to_owned());
    let asks = (401, r#"Basic realm="admin", charset="UTF-8""#);
    assert_eq!(challenge(&get(&app, "/").await), asks);
    for (credentials, expected) in [
        ("Basic YWRtaW46c2VjcmV0", (200, "")),
        ("basic YWRtaW46c2VjcmV0", (200, "")),
        ("Basic YWRtaW46d3Jvbmc=", asks),
        ("Basic cm9vdDpzZWNyZXQ=", asks),
        ("Basic YWRtaW46c2VjcmV0cw==", asks),
        ("Basic ?", asks),
        ("Bearer YWRtaW46c2VjcmV0", asks),
    ] {
        let reply = get_with(&app, "/", "authorization", credentials).await;
        assert_eq!(challenge(&reply), expected, "{credentials}");
    }
}

/// Rejects requests without this key.
#[middleware(inside(Cors))]
async fn require_key(#[config] key: &str, req: Request, next: Next) -> Result<Response, HttpError> {
    let given = req.headers().get("x-api-key");
    if given.is_some_and(|given| given.as_bytes().ct_eq(key.as_bytes()).into()) {
        return Ok(next.run(req).await);
    }
    let challenge = HeaderValue::from_static("APIKey");
    Err(HttpError::unauthorized("invalid API key").with_header(header::WWW_AUTHENTICATE, challenge))
}

app! {
    fn keyed(key: String) -> Router with [require_key(key)] {
        GET "/" => index,
    }
}

#[tokio::test]
async fn a_request_needs_the_key() {
    let app = keyed("secret".to_owned());
    assert_eq!(challenge(&get(&app, "/").await), (401, "APIKey"));
    for (key, expected) in [
        ("secret", (200, "")),
        ("secre", (401, "APIKey")),
        ("secrets", (401, "APIKey")),
        ("Secret", (401, "APIKey")),
    ] {
        let reply = get_with(&app, "/", "x-api-key", key).await;
        assert_eq!(challenge(&reply), expected, "{key}");
    }
}

/// Rejects requests without a valid token and provides its claims.
#[middleware(inside(Cors))]
async fn authenticate(
    #[config] key: &DecodingKey,
    req: Request,
    next: Next<Claims>,
) -> Result<Response, HttpError> {
    let reject = |detail, challenge| {
        let challenge = HeaderValue::from_static(challenge);
        HttpError::unauthorized(detail).with_header(header::WWW_AUTHENTICATE, challenge)
    };
    let token = req.headers().typed_get::<Authorization<Bearer>>();
    let token = token.ok_or_else(|| reject("no token", "Bearer"))?;
    let token = decode::<Claims>(token.token(), key, &Validation::new(Algorithm::HS256));
    let token = token.map_err(|error| {
        reject("invalid token", r#"Bearer error="invalid_token""#).with_source(error)
    })?;
    Ok(next.provide(token.claims).run(req).await)
}

#[derive(Clone, Deserialize, Serialize)]
struct Claims {
    sub: String,
    exp: u64,
}

app! {
    fn tokens(key: DecodingKey) -> Router with [authenticate(key)] {
        GET "/" => async |claims: Provided<Claims>| claims.sub.clone(),
    }
}

#[tokio::test]
async fn a_token_says_who_the_user_is() {
    let app = tokens(DecodingKey::from_secret(b"secret"));
    let bearer = |secret: &[u8], exp| {
        let claims = Claims {
            sub: "alice".to_owned(),
            exp,
        };
        let token = encode(
            &Header::default(),
            &claims,
            &EncodingKey::from_secret(secret),
        );
        format!("Bearer {}", token.unwrap())
    };
    let valid = bearer(b"secret", 4_000_000_000);
    for token in [&valid, &valid.replace("Bearer", "bearer")] {
        let reply = get_with(&app, "/", "authorization", token).await;
        assert_eq!((reply.status, reply.text()), (200, "alice"), "{token}");
    }
    let invalid = (401, r#"Bearer error="invalid_token""#);
    for (token, expected) in [
        (&*bearer(b"secret", 1), invalid),
        (&bearer(b"other", 4_000_000_000), invalid),
        ("Bearer x", invalid),
        ("Basic x", (401, "Bearer")),
    ] {
        let reply = get_with(&app, "/", "authorization", token).await;
        assert_eq!(challenge(&reply), expected, "{token}");
    }
    assert_eq!(challenge(&get(&app, "/").await), (401, "Bearer"));
}

app! {
    fn shared(password: String, key: String, secret: DecodingKey) -> Router
    with [Cors::origins(["https://shop.example.com"])] {
        GET "/basic" => index with [basic_auth("admin", password)],
        GET "/key" => index with [require_key(key)],
        GET "/token" => index with [authenticate(secret)],
    }
}

#[tokio::test]
async fn a_page_of_another_origin_can_read_that_credentials_are_missing() {
    let secret = DecodingKey::from_secret(b"secret");
    let app = shared("secret".to_owned(), "secret".to_owned(), secret);
    for path in ["/basic", "/key", "/token"] {
        let reply = get_with(&app, path, "origin", "https://shop.example.com").await;
        let allowed = reply.header("access-control-allow-origin");
        assert_eq!((reply.status, allowed), (401, "https://shop.example.com"));
    }
}
