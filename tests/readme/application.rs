//! The first example of the README, with the definitions that it omits.

use axum::{
    extract::FromRef,
    http::{HeaderMap, HeaderValue},
};
use tower::ServiceExt;

#[derive(Clone, PartialEq)]
pub enum Role {
    Owner,
    Guest,
}

#[derive(Clone)]
pub struct CurrentUser {
    name: String,
    role: Role,
}

impl CurrentUser {
    fn has(&self, role: &Role) -> bool {
        self.role == *role
    }
}

#[derive(Clone)]
pub struct Users;

impl Users {
    async fn by_token(&self, headers: &HeaderMap) -> Option<CurrentUser> {
        let is_known = headers.get("authorization")? == "Bearer valid_token";
        is_known.then(|| CurrentUser {
            name: "Ada".to_owned(),
            role: Role::Guest,
        })
    }
}

#[derive(Clone)]
pub struct Shop {
    users: Users,
}

impl FromRef<Shop> for Users {
    fn from_ref(shop: &Shop) -> Self {
        shop.users.clone()
    }
}

pub struct Settings {
    origins: Vec<HeaderValue>,
}

fn cors(origins: &[HeaderValue]) -> CorsLayer {
    CorsLayer::new().allow_origin(origins.to_vec())
}

async fn index() -> &'static str {
    "Hello"
}

async fn show_product(Path(id): Path<u32>) -> Json<u32> {
    Json(id)
}

async fn close_account() {}

async fn not_found() -> HttpError {
    HttpError::not_found("nothing here")
}

#[tokio::test]
async fn the_example_answers_as_the_readme_says() {
    let settings = Settings { origins: vec![] };
    let shop = shop(Shop { users: Users }, &settings);
    for (method, path, token, status) in [
        ("GET", "/products/7", false, 200),
        ("GET", "/account", false, 401),
        ("GET", "/account", true, 200),
        ("DELETE", "/account", true, 403),
        ("GET", "/account/nothing", false, 401),
        ("GET", "/nothing", false, 404),
    ] {
        let mut req = Request::builder().method(method).uri(path);
        if token {
            req = req.header("authorization", "Bearer valid_token");
        }
        let response = shop
            .clone()
            .oneshot(req.body(axum::body::Body::empty()).unwrap())
            .await
            .unwrap();
        assert_eq!(response.status(), status, "{method} {path}");
    }
}

// The README's example begins here.

use axum::{
    Json, Router,
    extract::{Path, State},
};
use concentric::{HttpError, Next, Provided, Request, Response, app, middleware};
use tower_http::{cors::CorsLayer, services::ServeDir, trace::TraceLayer};

/// Logs one line a request.
#[middleware]
async fn log_requests(req: Request, next: Next) -> Response {
    let line = format!("{} {}", req.method(), req.uri());
    let response = next.run(req).await;
    tracing::info!("{line} {}", response.status());
    response
}

/// Lets in who has a valid token, and says who it is.
#[middleware]
async fn authenticate(
    State(users): State<Users>,
    req: Request,
    next: Next<CurrentUser>,
) -> Result<Response, HttpError> {
    let user = users
        .by_token(req.headers())
        .await
        .ok_or_else(|| HttpError::unauthorized("invalid token"))?;
    Ok(next.provide(user).run(req).await)
}

/// Needs a user: does not compile where nothing further out provides one.
#[middleware]
async fn require_role(
    #[config] role: &Role,
    user: Provided<CurrentUser>,
    req: Request,
    next: Next,
) -> Result<Response, HttpError> {
    if user.has(role) {
        Ok(next.run(req).await)
    } else {
        Err(HttpError::forbidden("not for you"))
    }
}

async fn show_account(user: Provided<CurrentUser>) -> String {
    format!("Hello, {}!", user.name)
}

app! {
    /// Everything the shop serves.
    pub fn shop(state: Shop, settings: &Settings) -> Router
    with [
        TraceLayer::new_for_http(), // any tower layer
        cors(&settings.origins),
        log_requests,
    ] {
        GET "/" => index,
        GET "/products/{id}" as product => show_product,

        scope "/account" with [authenticate] {
            GET "/" => show_account,
            DELETE "/" => close_account with [require_role(Role::Owner)],
        }

        mount "/static" => ServeDir::new("static"),
        fallback => not_found,
    }
}

// The README's example ends here.

/// The assertions that the README shows.
#[test]
fn what_stands_in_front_of_the_routes() {
    // Every route but these has `authenticate`.
    assert_eq!(
        shop::ROUTES.missing("authenticate"),
        ["GET /", "GET /products/{id}", "mount /static"]
    );
    // Nothing below `/account` lacks it, not even what is not there.
    assert_eq!(shop::ROUTES.under("/account").missing("authenticate"), []);
    assert_eq!(
        shop::ROUTES
            .unmatched()
            .under("/account")
            .missing("authenticate"),
        []
    );
    // Whoever changes it shows it in a review.
    assert_eq!(shop::ROUTES.to_string(), include_str!("routes.txt"));
}

#[test]
fn the_readme_shows_these_assertions_and_this_explanation() {
    let readme = include_str!("../../README.md");
    let (_, assertions) = readme
        .split_once("fn what_stands_in_front_of_the_routes() {")
        .unwrap();
    let (assertions, _) = assertions.split_once("```").unwrap();
    assert!(include_str!("application.rs").contains(assertions.trim_end()));

    let explanation = shop::ROUTES.explain("GET", "/account/nothing").to_string();
    let (head, entries) = explanation.split_once('\n').unwrap();
    let (head, _) = head.split_once(" (").unwrap();
    assert!(readme.contains(&format!("{head} (src/main.rs:80)\n{entries}```")));
    assert_eq!(shop::url::product(7), "/products/7");
}

#[test]
fn the_readme_shows_this_example() {
    let this = include_str!("application.rs").split("// The README's example");
    let begun = this
        .skip(1)
        .find_map(|part| part.strip_prefix(" begins here.\n\n"));
    let readme = include_str!("../../README.md").split_once("```rust\n");
    let readme = readme.and_then(|(_, rest)| rest.split_once("```"));
    assert_eq!(
        readme.map(|(example, _)| example),
        begun
            .map(str::trim_end)
            .map(|text| format!("{text}\n"))
            .as_deref()
    );
}
