use axum::{
    Router,
    body::Body,
    extract::{Path, State},
};
use concentric::{HttpError, Next, Provided, Request, Response, app, middleware};
use http::HeaderMap;
use tower::ServiceExt;
use tower_http::{services::ServeDir, trace::TraceLayer};

#[derive(Clone)]
struct Users;
#[derive(Clone)]
struct Shop {
    users: Users,
}
impl axum::extract::FromRef<Shop> for Users {
    fn from_ref(s: &Shop) -> Users {
        s.users.clone()
    }
}
#[derive(Clone)]
struct CurrentUser(u32);
#[derive(Clone, Debug, PartialEq)]
enum Role {
    Owner,
}

#[middleware]
async fn log_requests(req: Request, next: Next) -> Response {
    let line = format!("{} {}", req.method(), req.uri());
    let response = next.run(req).await;
    tracing::info!("{line} {}", response.status());
    response
}
#[middleware]
async fn authenticate(
    State(_users): State<Users>,
    headers: HeaderMap,
    req: Request,
    next: Next<CurrentUser>,
) -> Result<Response, HttpError> {
    if !headers.contains_key("authorization") {
        return Err(HttpError::unauthorized("invalid token"));
    }
    Ok(next.provide(CurrentUser(7)).run(req).await)
}
#[middleware]
async fn require_role(
    #[config] role: &Role,
    #[config] _name: &str,
    user: Provided<CurrentUser>,
    req: Request,
    next: Next,
) -> Result<Response, HttpError> {
    if user.0.0 == 7 && *role == Role::Owner {
        Ok(next.run(req).await)
    } else {
        Err(HttpError::forbidden("not for you"))
    }
}
#[middleware]
async fn tagged<T: Send + 'static>(req: Request, next: Next<(T, u8)>) -> Response
where
    T: Default + Clone + Sync,
{
    next.provide((T::default(), 1)).run(req).await
}
async fn index() -> &'static str {
    "index"
}
async fn show_account(user: Provided<CurrentUser>) -> String {
    format!("user {}", user.0.0)
}
async fn show_product(Path(id): Path<u32>, tag: Provided<u64>) -> String {
    format!("product {id} {}", tag.0)
}
async fn not_found(req: Request) -> String {
    format!("nothing at {}", req.uri())
}

app! {
    /// Everything.
    pub fn shop(state: Shop, verbose: bool) -> Router
    with [
        TraceLayer::new_for_http(),
        log_requests if verbose,
        tagged::<u64>(),
        tower::timeout::TimeoutLayer::new(std::time::Duration::from_secs(1)),
        tower_http::compression::CompressionLayer::new() if verbose,
    ] {
        GET "/" => index,
        GET | POST "/products/{id}" => show_product,
        scope "/account" with [authenticate] {
            GET "/" => show_account
            DELETE "/" => show_account with [require_role(Role::Owner, "x")],
            GET "/closure" => |Path(x): Path<()>| async move { "hi" },
        }
        mount "/static" => ServeDir::new("."),
        fallback => not_found,
    }
}

#[tokio::test]
async fn play() {
    let app = shop(Shop { users: Users }, true);
    for (method, path, auth) in [
        ("GET", "/", false),
        ("GET", "/products/4", false),
        ("PUT", "/products/4", false),
        ("GET", "/account", false),
        ("GET", "/account", true),
        ("DELETE", "/account", true),
        ("GET", "/static/Cargo.toml", false),
        ("GET", "/account/nope", false),
        ("GET", "/account/nope", true),
        ("GET", "/nope", true),
    ] {
        let mut req = Request::builder().method(method).uri(path);
        if auth {
            req = req.header("authorization", "x");
        }
        let res = app
            .clone()
            .oneshot(req.body(Body::empty()).unwrap())
            .await
            .unwrap();
        println!(
            "{method} {path} {auth}: {} {:?}",
            res.status(),
            res.headers().get("allow")
        );
        let body = axum::body::to_bytes(res.into_body(), 10000).await.unwrap();
        println!(
            "   {}",
            String::from_utf8_lossy(&body)
                .chars()
                .take(80)
                .collect::<String>()
        );
    }
    let plain: Router = Router::new()
        .route("/", axum::routing::get(index))
        .layer(log_requests)
        .layer(authenticate.with_state(Shop { users: Users }));
    let res = plain
        .oneshot(Request::builder().uri("/").body(Body::empty()).unwrap())
        .await
        .unwrap();
    println!("{}", res.status());
}
