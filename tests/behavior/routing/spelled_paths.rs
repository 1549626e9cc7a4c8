//! Paths that are not spelled plainly: the owner is decided on what a path means.

use axum::{Router, extract::Path, routing::get};
use concentric::app;
use http::Uri;
use tower_http::services::ServeDir;

use crate::support::{Events, NOT_FOUND, Server, Site, answered, note};

app! {
    fn spelled(state: Events) -> Router {
        scope "/private" with [note("private")] {
            GET "/files/{name}" => async |Path(name): Path<String>| name,
        }
        GET "/search/{term}" => async |Path(term): Path<String>| term,
        mount "/docs" => get(async |uri: Uri| uri.path().to_owned()),
        mount "/" => get(async |uri: Uri| uri.path().to_owned()),
    }
}

app! {
    fn spelled_catch_all(state: Events) -> Router {
        scope "/private" with [note("private")] {}
        GET "/{*path}" => async |Path(path): Path<String>| path,
    }
}

/// Spellings of `/private/secret.txt`.
const SPELLINGS: [&str; 14] = [
    "/private/secret.txt",
    "//private/secret.txt",
    "/private//secret.txt",
    "/./private/secret.txt",
    "/private/./secret.txt",
    "/%70rivate/secret.txt",
    "/%70%72ivate/secret%2etxt",
    "/private%2fsecret.txt",
    "/private%2Fsecret.txt",
    "/a/../private/secret.txt",
    "/a/%2e%2E/private/secret.txt",
    "/../private/secret.txt",
    "/.%2fprivate%5csecret.txt",
    "/docs/../private/secret.txt",
];

#[tokio::test]
async fn a_scope_owns_its_paths_however_they_are_spelled() {
    let site = Site::new(spelled);
    let catch_all = Site::new(spelled_catch_all);
    for path in SPELLINGS {
        let passed = answered("private", NOT_FOUND);
        assert_eq!(site.trace("GET", path).await, passed, "{path}");
        assert_eq!(catch_all.trace("GET", path).await, passed, "{path}");
        let explanation = spelled::ROUTES.explain("GET", path);
        assert_eq!(explanation.route().to_string(), "404 /private/{*rest}");
    }
    for (path, passed) in [
        // A route inside of the scope gets what the client sent.
        ("/private/files/a%2Fb", answered("private", "200 a/b")),
        // So does a route elsewhere, unless the path means one under the prefix.
        ("/search/a%2Fb", answered("", "200 a/b")),
        ("/search/private%2Fb", answered("", "200 private/b")),
        ("/search/..%2Fprivate%2Fb", answered("private", NOT_FOUND)),
        ("//search/x", answered("", "200 //search/x")),
        ("/docs/./x", answered("", "200 /./x")),
        ("/.well-known/x", answered("", "200 /.well-known/x")),
        ("/%2570rivate/x", answered("", "200 /%2570rivate/x")),
    ] {
        assert_eq!(site.trace("GET", path).await, passed, "{path}");
    }
}

#[tokio::test]
async fn a_scope_owns_its_paths_over_a_socket_too() {
    let dir = std::env::temp_dir().join(format!("concentric-owner-{}", std::process::id()));
    std::fs::create_dir_all(dir.join("private")).unwrap();
    std::fs::write(dir.join("private/secret.txt"), "secret").unwrap();
    std::fs::write(dir.join("public.txt"), "public").unwrap();
    app! {
        fn files(dir: std::path::PathBuf) -> Router {
            scope "/private" {
                fallback => async || "guarded",
            }
            mount "/" => ServeDir::new(dir),
        }
    }
    let server = Server::start(files(dir.clone())).await;
    for path in SPELLINGS {
        for target in [path.to_owned(), format!("http://test{path}")] {
            let answer = server.answer("GET", &target).await;
            assert!(answer.ends_with("\nguarded"), "{target}: {answer}");
        }
    }
    let answer = server.answer("GET", "/public.txt").await;
    assert!(answer.ends_with("\npublic"), "{answer}");
    let answer = server.answer("OPTIONS", "*").await;
    assert!(answer.starts_with("HTTP/1.1 405"), "{answer}");
    std::fs::remove_dir_all(dir).unwrap();
}

app! {
    fn mounted(state: Events) -> Router {
        scope "/private" with [note("private")] {
            mount "/" => get("private file"),
        }
        mount "/" => get("public file"),
    }
}

#[tokio::test]
async fn a_scope_whose_paths_a_mount_answers_owns_them_too() {
    let site = Site::new(mounted);
    for (path, passed) in [
        ("/private/x", answered("private", "200 private file")),
        ("/private//x", answered("private", "200 private file")),
        ("//private/x", answered("private", NOT_FOUND)),
        ("/%70rivate", answered("private", NOT_FOUND)),
        ("/public", answered("", "200 public file")),
    ] {
        assert_eq!(site.trace("GET", path).await, passed, "{path}");
    }
    let rows = mounted::ROUTES.unmatched();
    assert_eq!(rows, ["404 /private/{*rest}"]);
    assert_eq!(rows.under("/private").missing("note"), []);
}

app! {
    fn parameters(state: Events) -> Router {
        scope "/admin" with [note("admin")] {
            mount "/files" => get("files"),
        }
        scope "/{tenant}/admin" with [note("tenant")] {}
        scope "/{tenant}" with [note("any")] {
            GET "/{a}/{b}" => async |Path(all): Path<(String, String, String)>| format!("{all:?}"),
        }
        mount "/acme" => get(async |uri: Uri| uri.path().to_owned()),
        mount "/admin/assets" => get(async |uri: Uri| uri.path().to_owned()),
    }
}

#[tokio::test]
async fn a_route_outside_of_a_scope_answers_only_paths_that_mean_what_it_says() {
    let site = Site::new(parameters);
    for (path, passed) in [
        ("/acme/x", answered("", "200 /x")),
        ("/acme/admin/x", answered("", "200 /admin/x")),
        ("/acme/../other/admin/x", answered("tenant", NOT_FOUND)),
        ("/acme/..%2fother%2fadmin", answered("tenant", NOT_FOUND)),
        ("/admin/assets/x", answered("", "200 /x")),
        ("/admin/assets/../x", answered("admin", NOT_FOUND)),
        // The path means `/b`, but the route would get the tenant `admin`.
        ("/admin/%2e%2e/b", answered("any", NOT_FOUND)),
        ("/x/a%2Fb/c", answered("any", r#"200 ("x", "a/b", "c")"#)),
    ] {
        assert_eq!(site.trace("GET", path).await, passed, "{path}");
        let row = parameters::ROUTES.explain("GET", path).route().to_string();
        let is_unmatched = passed.last().is_some_and(|answer| answer == NOT_FOUND);
        assert_eq!(row.starts_with("404"), is_unmatched, "{path}: {row}");
    }
}

app! {
    fn partial(state: Events) -> Router {
        scope "/admin" with [note("admin")] {}
        scope "/user-{id}" with [note("user")] {}
        scope "/%7Bid%7D" with [note("braces")] {}
        merge Router::new()
            .route("/a{x}/secret", get("partial"))
            .route("/~{user}/{*rest}", get("home"))
            .route("/us{x}/y", get("partial"))
            .route("/{*rest}", get("catch-all")),
    }
}

#[tokio::test]
async fn a_merged_route_yields_as_one_that_is_written_in_the_application() {
    let site = Site::new(partial);
    let long = |length: usize| format!("/admin/{}x", "./".repeat((length - 8) / 2));
    for (path, passed) in [
        ("/about/secret", answered("", "200 partial")),
        ("/admin/secret", answered("admin", NOT_FOUND)),
        ("/~me/x", answered("", "200 home")),
        ("/admin/x", answered("admin", NOT_FOUND)),
        ("/user-7/y", answered("user", NOT_FOUND)),
        ("/users/y", answered("", "200 partial")),
        ("/{id}/x", answered("braces", NOT_FOUND)),
        ("/other", answered("", "200 catch-all")),
        (&long(1000), answered("admin", NOT_FOUND)),
        // The longest path that a URI can have.
        (&long(65_534), answered("admin", NOT_FOUND)),
    ] {
        assert_eq!(site.trace("GET", path).await, passed, "{path:.80}");
    }
}
