//! An `app!` whose paths and handlers come from the macro around it.

use axum::{Router, extract::Path};
use concentric::{RouteInfo, app};

use crate::support::send;

mod handlers {
    pub(super) async fn listed() -> &'static str {
        "listed"
    }
}

async fn shown(Path(id): Path<u32>) -> String {
    id.to_string()
}

macro_rules! resource {
    ($name:ident, $prefix:expr, $one:literal, $list:literal, $listed:path, $shown:ident, $other:expr) => {
        app! {
            fn $name() -> Router {
                scope $prefix {
                    GET $list => $listed,
                    GET $one => $shown,
                    POST $list => $other,
                }
            }
        }
    };
}

resource!(
    products,
    r#"/products"#,
    "/{id}",
    "/\x61ll",
    handlers::listed,
    shown,
    async || "a closure"
);

#[tokio::test]
async fn a_macro_may_pass_paths_and_handlers() {
    let app = products();
    for (method, path, expected) in [
        ("GET", "/products/all", "200 listed"),
        ("GET", "/products/7", "200 7"),
        ("POST", "/products/all", "200 a closure"),
    ] {
        assert_eq!(send(&app, method, path).await.brief(), expected);
    }
    assert_eq!(products::url::shown(7), "/products/7");
    let handlers = products::ROUTES.iter().filter_map(RouteInfo::handler);
    assert_eq!(
        handlers.collect::<Vec<_>>(),
        ["handlers::listed", "shown", "{closure}"]
    );
}
