//! The code of the guide `openapi`, with the definitions that it omits.

use axum::{
    Json, Router,
    extract::Path,
    http::{
        HeaderName,
        header::{AUTHORIZATION, CONTENT_SECURITY_POLICY},
    },
    response::Html,
};
use concentric::{HttpError, Next, Request, Response, app, middleware, security_headers};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::{
    Modify, OpenApi, ToSchema,
    openapi::security::{Http, HttpAuthScheme, SecurityRequirement, SecurityScheme},
};
use utoipa_scalar::Scalar;

use crate::support::send;

/// Rejects requests without a token.
#[middleware]
async fn authenticate(req: Request, next: Next) -> Result<Response, HttpError> {
    if !req.headers().contains_key(AUTHORIZATION) {
        return Err(HttpError::unauthorized("who are you?"));
    }
    Ok(next.run(req).await)
}

#[derive(Serialize, Deserialize, ToSchema)]
struct Order {
    id: u64,
}

app! {
    fn shop() -> Router {
        GET "/openapi.json" => async || Json(Document::openapi()),
        GET "/files/{*path}" => show_file,

        scope "/orders" with [authenticate] {
            GET "/" => list_orders,
            POST "/" => create_order,
            GET "/{id}" => show_order,
        }
    }
}

/// Lists the orders.
#[utoipa::path(get, path = path_of::<Self>(), responses((status = 200, body = Vec<Order>)))]
async fn list_orders() -> Json<Vec<Order>> {
    Json(vec![Order { id: 1 }])
}

/// Shows an order.
#[utoipa::path(
    get,
    path = path_of::<Self>(),
    params(("id" = u64, Path)),
    responses((status = 200, body = Order)),
)]
async fn show_order(Path(id): Path<u64>) -> Json<Order> {
    Json(Order { id })
}

/// Creates an order.
#[utoipa::path(post, path = path_of::<Self>(), responses((status = 200, body = Order)))]
async fn create_order(Json(order): Json<Order>) -> Json<Order> {
    Json(order)
}

/// Shows a file.
#[utoipa::path(
    get,
    path = path_of::<Self>(),
    params(("path" = String, Path)),
    responses((status = 200, body = String)),
)]
async fn show_file(Path(path): Path<String>) -> String {
    path
}

#[derive(OpenApi)]
#[openapi(
    paths(list_orders, show_order, create_order, show_file),
    modifiers(&Security)
)]
struct Document;

/// Returns the path of the route that has the ID of an operation as its name.
fn path_of<Operation: utoipa::Path>() -> String {
    // By default, both are the name of the handler.
    let id = Operation::operation().operation_id.unwrap_or_default();
    let route = shop::ROUTES.iter().find(|row| row.name() == Some(&id));
    // Without a route, the ID takes the place of the path, which the test reports. OpenAPI has no catch-all.
    route.map_or(id, |row| row.path().replace("{*", "{"))
}

/// Requires a token for each operation whose route runs `authenticate`.
struct Security;

impl Modify for Security {
    fn modify(&self, document: &mut utoipa::openapi::OpenApi) {
        let token = SecurityScheme::Http(Http::new(HttpAuthScheme::Bearer));
        let components = document.components.get_or_insert_default();
        components.add_security_scheme("token", token);

        for (path, item) in &mut document.paths.paths {
            for (method, operation) in [
                ("GET", &mut item.get),
                ("POST", &mut item.post),
                ("PUT", &mut item.put),
                ("PATCH", &mut item.patch),
                ("DELETE", &mut item.delete),
                ("HEAD", &mut item.head),
                ("OPTIONS", &mut item.options),
                ("TRACE", &mut item.trace),
            ] {
                let explanation = shop::ROUTES.explain(method, path);
                if let Some(operation) = operation
                    && explanation.route().has("authenticate")
                {
                    let token = SecurityRequirement::new("token", [""; 0]);
                    operation.security = Some(vec![token]);
                }
            }
        }
    }
}

/// Returns the page. The browser may load Scalar from its CDN.
async fn page() -> ([(HeaderName, &'static str); 1], Html<String>) {
    let policy = "default-src 'self'; script-src https://cdn.jsdelivr.net; \
                  style-src 'unsafe-inline'; font-src https://fonts.scalar.com; img-src * data:";
    let page = Scalar::new(Document::openapi()).to_html();
    ([(CONTENT_SECURITY_POLICY, policy)], Html(page))
}

#[tokio::test]
async fn the_page_keeps_its_policy_inside_of_security_headers() {
    app! {
        fn site() -> Router with [security_headers()] {
            GET "/docs" => page,
        }
    }
    let page = send(&site(), "GET", "/docs").await;
    assert!(page.body.contains("/orders/{id}"), "{}", page.body);
    let source = page.body.split_once("src=\"").unwrap().1;
    let cdn = "https://cdn.jsdelivr.net";
    assert!(source.starts_with(cdn), "{source}");
    let policy = page.header("content-security-policy");
    assert!(policy.len() == 1 && policy[0].contains(cdn), "{policy:?}");
}

#[test]
fn every_route_is_documented() {
    assert_eq!(
        shop::ROUTES.openapi_differences(&Document::openapi()),
        ["GET /openapi.json is not in the document"]
    );
}

#[tokio::test]
async fn the_paths_and_the_security_of_the_document_are_those_of_the_routes() {
    let document = send(&shop(), "GET", "/openapi.json").await;
    let document: Value = serde_json::from_str(&document.body).unwrap();
    let token = json!([{ "token": [] }]);
    for (path, method, security) in [
        ("/orders", "get", Some(&token)),
        ("/orders", "post", Some(&token)),
        ("/orders/{id}", "get", Some(&token)),
        ("/files/{path}", "get", None),
    ] {
        let operation = &document["paths"][path][method];
        assert!(operation.is_object(), "{method} {path}");
        assert_eq!(operation.get("security"), security, "{method} {path}");
    }
    assert_eq!(document["paths"].as_object().unwrap().len(), 3);
    let scheme = &document["components"]["securitySchemes"]["token"];
    assert_eq!(*scheme, json!({ "type": "http", "scheme": "bearer" }));
}

#[test]
fn a_documented_handler_without_a_route_is_a_difference() {
    /// Closes an order.
    #[expect(dead_code, reason = "it has no route")]
    #[utoipa::path(delete, path = path_of::<Self>(), responses((status = 200)))]
    async fn close_order() {}

    #[derive(OpenApi)]
    #[openapi(paths(close_order))]
    struct Document;

    assert_eq!(
        shop::ROUTES
            .under("/files")
            .openapi_differences(&Document::openapi()),
        [
            "GET /files/{*path} is not in the document",
            "DELETE close_order is in the document, but is not a route",
        ]
    );
}

#[test]
fn the_guide_shows_this_code() {
    let lines = |text: &'static str| -> Vec<_> { text.lines().map(str::trim_start).collect() };
    let this = lines(include_str!("openapi_recipe.rs"));
    let guide = include_str!("../../../runtime/src/docs/openapi.md");
    // Every second part is a block, which begins with its language or, for Rust, with the end of the line.
    let blocks = guide.split("\n```").skip(1).step_by(2);
    let code: Vec<_> = blocks
        .filter_map(|block| block.strip_prefix('\n'))
        .collect();
    assert_eq!(code.len(), 7);
    for code in code {
        let shown = lines(code);
        assert!(
            this.windows(shown.len()).any(|lines| lines == shown),
            "{code}"
        );
    }
}
