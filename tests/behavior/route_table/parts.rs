//! `ROUTES` of an application with parts.

use axum::{Router, routing::get};
use concentric::{
    MiddlewareInfo, Next, Part, Placement, Provided, Request, Response, RouteKind, app, middleware,
};

#[derive(Clone)]
struct User;

#[middleware]
async fn authenticate(req: Request, next: Next<User>) -> Response {
    next.provide(User).run(req).await
}

#[middleware]
async fn log(req: Request, next: Next) -> Response {
    next.run(req).await
}

#[middleware]
async fn find(_user: Provided<User>, req: Request, next: Next) -> Response {
    next.run(req).await
}

async fn list() {}
async fn show() {}
async fn item() {}
async fn not_found() {}

app! {
    fn items() -> Part {
        GET "/" as items => list,
        GET "/{item}" => item without [] with [log],
        mount "/files" => get("file"),
    }
}

app! {
    /// The orders.
    fn orders(_name: &'static str) -> Part<User> with [find] {
        /// Lists the orders.
        GET "/" as orders => list,
        scope "/{order}" with [log] {
            GET "/" => show,
            scope "/items" {
                include items() as items without [log],
            }
        }
        fallback => not_found,
    }
}

app! {
    fn shop() -> Router with [log] {
        GET "/" as index => list,
        scope "/orders" with [authenticate] {
            include orders("a") as orders without [log] with [log],
        }
        scope "/again/{shop}" with [authenticate] {
            include orders("b") as again,
        }
    }
}

fn line(text: &str) -> u32 {
    let mut lines = include_str!("parts.rs").lines().zip(1..);
    lines.find(|(line, _)| line.contains(text)).unwrap().1
}

#[test]
fn the_rows_of_parts_have_full_paths_and_full_lists() {
    let rows = shop::ROUTES.iter().map(|row| {
        let entries = row.middleware();
        let entries: Vec<_> = entries
            .iter()
            .map(|entry| format!("{}: {entry}", entry.placement()))
            .collect();
        format!(
            "{row} => {} [{}]",
            row.handler().unwrap_or("-"),
            entries.join(", ")
        )
    });
    let rows: Vec<_> = rows.collect();
    let find = "scope /again/{shop}: authenticate, part orders: find";
    let rows: Vec<_> = rows.iter().filter(|row| row.contains("/again")).collect();
    assert_eq!(
        rows,
        [
            &format!("GET /again/{{shop}} => list [app: log, {find}]"),
            &format!(
                "GET /again/{{shop}}/{{order}} => show [app: log, {find}, scope /again/{{shop}}/{{order}}: log]"
            ),
            &format!("GET /again/{{shop}}/{{order}}/items => list [app: log, {find}]"),
            &format!(
                "GET /again/{{shop}}/{{order}}/items/{{item}} => item [app: log, {find}, route: log]"
            ),
            &format!(
                "mount /again/{{shop}}/{{order}}/items/files => get(\"file\") [app: log, {find}]"
            ),
            &format!("405 /again/{{shop}} => - [app: log, {find}]"),
            &format!(
                "405 /again/{{shop}}/{{order}} => - [app: log, {find}, scope /again/{{shop}}/{{order}}: log]"
            ),
            &format!("405 /again/{{shop}}/{{order}}/items => - [app: log, {find}]"),
            &format!("405 /again/{{shop}}/{{order}}/items/{{item}} => - [app: log, {find}]"),
            &format!(
                "404 /again/{{shop}}/{{order}}/items/{{*rest}} => not_found [app: log, {find}, scope /again/{{shop}}/{{order}}: log]"
            ),
            &format!(
                "404 /again/{{shop}}/{{order}}/{{*rest}} => not_found [app: log, {find}, scope /again/{{shop}}/{{order}}: log]"
            ),
            &format!("404 /again/{{shop}}/{{*rest}} => not_found [app: log, {find}]"),
        ]
    );
}

#[test]
fn a_row_of_a_part_has_the_name_the_docs_and_the_place_of_its_item() {
    let row = |text: &str| {
        let mut rows = shop::ROUTES.iter();
        rows.find(|row| row.to_string() == text).unwrap()
    };
    let orders = row("GET /orders");
    assert_eq!(orders.kind(), RouteKind::Route);
    assert_eq!(orders.name(), Some("orders"));
    assert_eq!(orders.description(), "Lists the orders.");
    assert_eq!(orders.file(), file!());
    assert_eq!(orders.line(), line("GET \"/\" as orders"));
    assert!(orders.has("find") && orders.has("authenticate"));
    assert_eq!(
        row("404 /orders/{*rest}").line(),
        line("fallback => not_found")
    );
    assert_eq!(
        row("GET /again/{shop}/{order}/items/{item}").name(),
        Some("item")
    );
    let placements = row("GET /orders/{order}/items/{item}").middleware();
    assert_eq!(
        placements
            .iter()
            .map(MiddlewareInfo::placement)
            .collect::<Vec<_>>(),
        [
            Placement::Scope("/orders".to_owned()),
            Placement::Route,
            Placement::Part("orders"),
            Placement::Route,
        ]
    );
}

#[test]
fn the_table_prints_parts() {
    assert_eq!(
        shop::ROUTES.to_string(),
        r#"METHOD  PATH                                 HANDLER      MIDDLEWARE, OUTERMOST FIRST
GET     /                                    list         log
GET     /orders                              list         authenticate > log > find
GET     /orders/{order}                      show         authenticate > log > find > log
GET     /orders/{order}/items                list         authenticate > log > find
GET     /orders/{order}/items/{item}         item         authenticate > log > find > log
mount   /orders/{order}/items/files          get("file")  authenticate > log > find
GET     /again/{shop}                        list         log > authenticate > find
GET     /again/{shop}/{order}                show         log > authenticate > find > log
GET     /again/{shop}/{order}/items          list         log > authenticate > find
GET     /again/{shop}/{order}/items/{item}   item         log > authenticate > find > log
mount   /again/{shop}/{order}/items/files    get("file")  log > authenticate > find
405     /                                                 log
405     3 paths under /orders                             authenticate > log > find
405     /orders/{order}                                   authenticate > log > find > log
405     3 paths under /again/{shop}                       log > authenticate > find
405     /again/{shop}/{order}                             log > authenticate > find > log
404     /again/{shop}/{order}/items/{*rest}  not_found    log > authenticate > find > log
404     /again/{shop}/{order}/{*rest}        not_found    log > authenticate > find > log
404     /again/{shop}/{*rest}                not_found    log > authenticate > find
404     /orders/{order}/items/{*rest}        not_found    authenticate > log > find > log
404     /orders/{order}/{*rest}              not_found    authenticate > log > find > log
404     /orders/{*rest}                      not_found    authenticate > log > find
404     /{*rest}                                          log
"#
    );
}

#[test]
fn the_tree_prints_parts() {
    let tree = shop::ROUTES.tree().to_string();
    let (first, _) = tree.split_once("├─ scope /again/{shop}").unwrap();
    assert_eq!(
        first,
        r#"app with [log]
├─ GET / as index => list
├─ scope /orders with [authenticate]
│  └─ part orders without [log] with [log] with [find]
│     ├─ GET /orders as orders => list
│     ├─ scope /orders/{order} with [log]
│     │  ├─ GET /orders/{order} => show
│     │  ├─ scope /orders/{order}/items
│     │  │  ├─ part items without [log]
│     │  │  │  ├─ GET /orders/{order}/items as items => list
│     │  │  │  ├─ GET /orders/{order}/items/{item} => item with [log]
│     │  │  │  ├─ mount /orders/{order}/items/files => get("file")
│     │  │  │  └─ 405 2 paths
│     │  │  └─ 404 /orders/{order}/items/{*rest} => not_found
│     │  ├─ 405 /orders/{order}
│     │  └─ 404 /orders/{order}/{*rest} => not_found
│     ├─ 405 /orders
│     └─ 404 /orders/{*rest} => not_found
"#
    );
}

#[test]
fn explain_and_under_see_through_parts() {
    let explanation = shop::ROUTES.explain("GET", "/again/s/7/items/8");
    let text = explanation.to_string();
    let (first, rest) = text.split_once('\n').unwrap();
    assert!(
        first.contains(" takes `GET /again/{shop}/{order}/items/{item}` => item ("),
        "{first}"
    );
    assert_eq!(
        rest,
        "  app                  log
  scope /again/{shop}  authenticate, provides User
  part orders          find, requires User
  route                log
"
    );
    assert_eq!(shop::ROUTES.missing("authenticate"), ["GET /"]);
    assert_eq!(shop::ROUTES.under("/orders").missing("authenticate"), []);
    assert_eq!(shop::ROUTES.under("/orders/7/items/8").missing("log"), []);
}

#[test]
fn openapi_differences_have_the_full_paths() {
    let document = serde_json::json!({
        "openapi": "3.1.0",
        "paths": {
            "/": { "get": {} },
            "/orders": { "get": {} },
            "/orders/{order}": { "get": { "parameters": [{ "name": "order", "in": "path" }] } },
        },
    });
    let differences = shop::ROUTES.openapi_differences(&document);
    assert_eq!(
        differences,
        [
            "GET /orders/{order}/items is not in the document",
            "GET /orders/{order}/items/{item} is not in the document",
            "GET /again/{shop} is not in the document",
            "GET /again/{shop}/{order} is not in the document",
            "GET /again/{shop}/{order}/items is not in the document",
            "GET /again/{shop}/{order}/items/{item} is not in the document",
        ]
    );
}

#[test]
fn urls_of_parts_begin_with_their_prefixes() {
    assert_eq!(shop::url::orders().orders(), "/orders");
    assert_eq!(shop::url::orders().show(7), "/orders/7");
    assert_eq!(shop::url::orders().items(7).items(), "/orders/7/items");
    assert_eq!(
        shop::url::orders().items("a/b c").item("é?"),
        "/orders/a%2Fb%20c/items/%C3%A9%3F"
    );
    assert_eq!(shop::url::again("s").items(7).item(8), "/again/s/7/items/8");
    let copy = shop::url::again("s").clone();
    assert_eq!(copy.orders(), "/again/s");
}

app! {
    fn rest() -> Part {
        GET "/" as root => list,
        GET "/{{x}}/{*rest}" as rest => list,
        scope "/more" {
            include items() as more,
        }
    }
}

app! {
    fn at_the_root() -> Router {
        include rest() as rest,
        scope "/{{y}}/{type}" {
            include rest() as typed,
        }
    }
}

#[test]
fn urls_of_a_part_at_the_root_are_its_own() {
    assert_eq!(at_the_root::url::rest().root(), "/");
    assert_eq!(at_the_root::url::rest().rest("a/b"), "/{x}/a/b");
    assert_eq!(at_the_root::url::typed("t/u").rest(""), "/{y}/t%2Fu/{x}/");
    assert_eq!(at_the_root::url::typed(1).root(), "/{y}/1");
}

#[test]
fn the_described_applications_can_be_made() {
    let _ = (shop(), at_the_root());
}
