//! What a route, a `fallback` or a `method_not_allowed` leads to.

mod handlers;
mod responses;
mod services;

use axum::{Router, response::Html, routing::get};
use concentric::{RouteInfo, app};
use http::StatusCode;
use tower_http::services::ServeDir;

use crate::support::send;

async fn index() -> &'static str {
    "index"
}

app! {
    fn site(greeting: String) -> Router {
        GET "/" => index,
        GET "/closure" => async || "closure",
        GET "/service" => ServeDir::new("ui"),
        ANY "/methods" => get(index),
        GET "/text" => "text",
        GET "/call" => greeting.repeat(2),
        GET "/constant" => StatusCode::NO_CONTENT,
        fallback => Html("<h1>nothing here</h1>"),
    }
}

#[tokio::test]
async fn the_table_has_a_target_as_it_is_written() {
    let handlers: Vec<_> = site::ROUTES.iter().filter_map(RouteInfo::handler).collect();
    assert_eq!(
        handlers[..7],
        [
            "index",
            "{closure}",
            r#"ServeDir::new("ui")"#,
            "get(index)",
            r#""text""#,
            "greeting.repeat(2)",
            "StatusCode::NO_CONTENT",
        ]
    );
    assert_eq!(handlers.last(), Some(&r#"Html("<h1>nothing here</h1>")"#));
    let reply = send(&site("ha".to_owned()), "GET", "/call").await;
    assert_eq!(reply.brief(), "200 haha");
}

#[test]
fn only_a_function_names_its_route() {
    let names: Vec<_> = site::ROUTES.iter().filter_map(RouteInfo::name).collect();
    assert_eq!(names, ["index"]);
}
