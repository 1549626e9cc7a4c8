//! The middleware for credentials that the guide writes itself. `page.rs` compares the code.

use axum::Router;
use axum_extra::{
    TypedHeader,
    headers::{Authorization, authorization::Basic},
};
use concentric::{HttpError, Next, Provided, Request, Response, app, middleware};
use http::{HeaderValue, header};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation, decode, encode};
use serde::{Deserialize, Serialize};

use crate::support::{get, get_with, index};

/// Rejects requests without this user's password.
#[middleware]
async fn basic_auth(
    #[config] user: &(String, String),
    credentials: Option<TypedHeader<Authorization<Basic>>>,
    req: Request,
    next: Next,
) -> Result<Response, HttpError> {
    match credentials {
        Some(given) if (given.username(), given.password()) == (&*user.0, &*user.1) => {
            Ok(next.run(req).await)
        }
        _ => Err(HttpError::unauthorized("log in first")
            .with_header(header::WWW_AUTHENTICATE, HeaderValue::from_static("Basic"))),
    }
}

app! {
    fn protected(user: (String, String)) -> Router with [basic_auth(user)] {
        GET "/" => index,
    }
}

#[tokio::test]
async fn a_browser_asks_for_the_password() {
    let app = protected(("admin".to_owned(), "secret".to_owned()));
    let reply = get(&app, "/").await;
    assert_eq!(
        (reply.status, reply.header("www-authenticate")),
        (401, "Basic")
    );
    for (credentials, status) in [
        ("Basic YWRtaW46c2VjcmV0", 200),
        ("Basic YWRtaW46d3Jvbmc=", 401),
    ] {
        let reply = get_with(&app, "/", "authorization", credentials).await;
        assert_eq!(reply.status, status, "{credentials}");
    }
}

/// Rejects requests without this key.
#[middleware]
async fn require_key(
    #[config] key: &String,
    req: Request,
    next: Next,
) -> Result<Response, HttpError> {
    let given = req.headers().get("x-api-key");
    match given {
        Some(given) if given.as_bytes() == key.as_bytes() => Ok(next.run(req).await),
        _ => Err(HttpError::unauthorized("invalid API key")),
    }
}

app! {
    fn keyed(key: String) -> Router with [require_key(key)] {
        GET "/" => index,
    }
}

#[tokio::test]
async fn a_request_needs_the_key() {
    let app = keyed("secret".to_owned());
    assert_eq!(get(&app, "/").await.status, 401);
    assert_eq!(get_with(&app, "/", "x-api-key", "secre").await.status, 401);
    assert_eq!(get_with(&app, "/", "x-api-key", "secret").await.status, 200);
}

/// Rejects requests without a valid token and provides its claims.
#[middleware]
async fn authenticate(
    #[config] key: &DecodingKey,
    req: Request,
    next: Next<Claims>,
) -> Result<Response, HttpError> {
    let header = req.headers().get(header::AUTHORIZATION);
    let token = header.and_then(|value| value.to_str().ok()?.strip_prefix("Bearer "));
    let token = token.ok_or_else(|| HttpError::unauthorized("no token"))?;
    let token = decode::<Claims>(token, key, &Validation::new(Algorithm::HS256));
    let token =
        token.map_err(|error| HttpError::unauthorized("invalid token").with_source(error))?;
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
    let answer = async |token: &str| {
        let reply = get_with(&app, "/", "authorization", token).await;
        format!("{} {}", reply.status, reply.text())
    };
    let invalid = r#"401 {"detail":"invalid token"}"#;
    assert_eq!(answer(&bearer(b"secret", 4_000_000_000)).await, "200 alice");
    assert_eq!(answer(&bearer(b"secret", 1)).await, invalid);
    assert_eq!(answer(&bearer(b"other", 4_000_000_000)).await, invalid);
    assert_eq!(answer("Basic x").await, r#"401 {"detail":"no token"}"#);
}
