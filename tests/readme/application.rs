//! The first example of the README, with the definitions that it omits.

use axum::{
    Json, Router,
    extract::{FromRef, Path, State},
    http::HeaderMap,
};
use concentric::{HttpError, Next, Provided, Request, Response, app, middleware};
use tower::ServiceExt;
use tower_http::{services::ServeDir, trace::TraceLayer};

#[derive(Clone, Debug, PartialEq)]
pub enum Role {
    Owner,
    Guest,
}

#[derive(Clone, Debug)]
pub struct CurrentUser {
    name: String,
    role: Role,
}

impl CurrentUser {
    fn has(&self, role: &Role) -> bool {
        self.role == *role
    }
}

#[derive(Clone, Debug)]
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

#[derive(Clone, Debug)]
pub struct Shop {
    users: Users,
}

impl FromRef<Shop> for Users {
    fn from_ref(shop: &Shop) -> Self {
        shop.users.clone()
    }
}

#[middleware]
async fn log_requests(req: Request, next: Next) -> Response {
    let line = format!("{} {}", req.method(), req.uri());
    let response = next.run(req).await;
    tracing::info!("{line} {}", response.status());
    response
}

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
        Err(HttpError::forbidden("requires another role"))
    }
}

async fn index() -> &'static str {
    "Hello"
}

async fn show_product(Path(id): Path<u32>) -> Json<u32> {
    Json(id)
}

async fn close_account() {}

#[tokio::test]
async fn the_example_answers_as_the_readme_says() {
    let shop = shop(Shop { users: Users });
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

/// Rejects requests without a valid token and provides the `CurrentUser`.
#[middleware]
async fn authenticate(
    State(users): State<Users>,
    req: Request,
    next: Next<CurrentUser>,
) -> Result<Response, HttpError> {
    let user = users.by_token(req.headers()).await;
    let user = user.ok_or_else(|| HttpError::unauthorized("invalid token"))?;
    Ok(next.provide(user).run(req).await)
}

async fn show_account(user: Provided<CurrentUser>) -> String {
    format!("Hello, {}!", user.name)
}

app! {
    pub fn shop(state: Shop) -> Router with [TraceLayer::new_for_http(), log_requests] {
        GET "/" => index,
        GET "/products/{id}" as product => show_product,

        scope "/account" with [authenticate] {
            GET "/" => show_account,
            DELETE "/" => close_account with [require_role(Role::Owner)],
        }

        mount "/static" => ServeDir::new("static"),
    }
}

// The README's example ends here.

/// The assertion that the README shows.
#[test]
fn every_route_under_account_runs_authenticate() {
    let account = shop::ROUTES.under("/account");
    assert_eq!(account.missing("authenticate"), []);
    assert_eq!(
        shop::ROUTES
            .unmatched()
            .under("/account")
            .missing("authenticate"),
        []
    );
    assert_eq!(shop::url::product(7), "/products/7");
}

#[test]
fn the_readme_shows_this_table() {
    let table = shop::ROUTES.to_string();
    assert!(
        include_str!("../../README.md").contains(&format!("```text\n{table}```")),
        "{table}"
    );
}

#[test]
fn the_readme_shows_this_assertion() {
    let shown = "assert_eq!(shop::ROUTES.under(\"/account\").missing(\"authenticate\"), []);";
    assert!(include_str!("../../README.md").contains(shown));
    assert_eq!(shop::ROUTES.under("/account").missing("authenticate"), []);
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
