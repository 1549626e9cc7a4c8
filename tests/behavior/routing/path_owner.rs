//! The owner of a path where several prefixes match it, and where the path is not spelled plainly.

use axum::{
    Router,
    extract::{OriginalUri, Path, RawPathParams},
    routing::get,
};
use concentric::app;
use http::Uri;
use tower_http::services::ServeDir;

use crate::support::{
    Events, METHOD_NOT_ALLOWED, NOT_FOUND, Server, Site, answered, note, reached, say, send,
};

app! {
    fn overlapping(state: Events) -> Router {
        scope "/admin" with [note("admin")] {
            GET "/users" => say("users"),
        }
        scope "/{tenant}/settings" with [note("settings")] {
            GET "/" => say("settings"),
        }
        scope "/acme/{part}" with [note("part")] {
            scope "/inner" with [note("inner")] {}
        }
    }
}

#[tokio::test]
async fn the_prefix_with_text_at_the_first_difference_owns_a_path() {
    let site = Site::new(overlapping);
    for (method, path, passed) in [
        ("GET", "/acme/settings", answered("part", NOT_FOUND)),
        ("GET", "/other/settings", reached("settings", "settings")),
        (
            "POST",
            "/other/settings",
            answered("settings", METHOD_NOT_ALLOWED),
        ),
        ("GET", "/other/settings/x", answered("settings", NOT_FOUND)),
        ("GET", "/admin/users", reached("admin", "users")),
        ("GET", "/admin/settings", answered("admin", NOT_FOUND)),
        ("POST", "/admin/settings", answered("admin", NOT_FOUND)),
        ("GET", "/admin/settings/x", answered("admin", NOT_FOUND)),
        ("GET", "/acme/x/y", answered("part", NOT_FOUND)),
        ("GET", "/acme/x/inner/y", answered("part inner", NOT_FOUND)),
    ] {
        assert_eq!(site.trace(method, path).await, passed, "{method} {path}");
    }
    let under = overlapping::ROUTES.under("/admin");
    assert_eq!(under, ["GET /admin/users"]);
    let unmatched = overlapping::ROUTES.unmatched().under("/admin");
    assert_eq!(unmatched, ["405 /admin/users", "404 /admin/{*rest}"]);
}

app! {
    fn beside_a_scope(state: Events) -> Router {
        scope "/admin" with [note("admin")] {}
        GET "/{a}/{b}/c" => say("c"),
        scope "/{a}/{b}" with [note("ab")] {
            GET "/only" => say("only"),
        }
    }
}

#[tokio::test]
async fn another_scope_does_not_change_who_owns_a_path() {
    let site = Site::new(beside_a_scope);
    for (path, passed) in [
        ("/admin/x/c", answered("admin", NOT_FOUND)),
        ("/admin/x/only", answered("admin", NOT_FOUND)),
        ("/x/y/c", reached("", "c")),
        ("/x/y/only", reached("ab", "only")),
        ("/x/y/z", answered("ab", NOT_FOUND)),
    ] {
        assert_eq!(site.trace("GET", path).await, passed, "{path}");
    }
}

app! {
    fn own_word(state: Events) -> Router {
        scope "/account" with [note("account")] {}
        POST "/account/login" => say("login"),
        GET "/account/{*rest}" => say("rest"),
    }
}

app! {
    fn merged_word(state: Events) -> Router {
        scope "/account" with [note("account")] {}
        scope "/{tenant}/files" with [note("files")] {}
        merge Router::new()
            .route("/account/{*rest}", get("rest"))
            .route("/acme/{part}/x", get("acme"))
            .route("/{any}/{part}/y", get("any"))
            .nest_service("/account/nested", get("nested"))
            .nest_service("/deep", get("deep")),
    }
}

#[tokio::test]
async fn what_repeats_the_text_of_a_prefix_answers_written_or_merged() {
    let site = Site::new(own_word);
    assert_eq!(
        site.trace("POST", "/account/login").await,
        reached("", "login")
    );
    assert_eq!(site.trace("GET", "/account/x").await, reached("", "rest"));
    let site = Site::new(merged_word);
    let apps = [
        ("", site.app.clone()),
        ("/o/p", Router::new().nest("/o/p", site.app.clone())),
        ("/o/p", Router::new().nest_service("/o/p", site.app.clone())),
    ];
    for (prefix, app) in apps {
        for (path, answer) in [
            ("/account/x/y", "200 rest"),
            ("/account/nested/x", "200 nested"),
            ("/account/nested", "200 nested"),
            ("/deep/account", "200 deep"),
            // The text comes before the parameter of the prefix.
            ("/acme/files/x", "200 acme"),
            ("/other/files/y", NOT_FOUND),
            ("/account/files/y", "200 rest"),
            ("/deep/../account", NOT_FOUND),
        ] {
            let reply = send(&app, "GET", &format!("{prefix}{path}")).await;
            assert_eq!(reply.brief(), answer, "{prefix} {path}");
        }
    }
}

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
    fn params(state: Events) -> Router {
        GET "/{a}/{b}/{c}" => say("abc"),
        scope "/{tenant}/admin" {
            fallback => async |Path(tenant): Path<String>, uri: Uri, original: OriginalUri| {
                format!("{tenant} {uri} {}", *original)
            },
        }
        scope "/t" {
            fallback => async |params: RawPathParams| {
                format!("{} parameters", params.iter().count())
            },
            scope "/{tenant}" {
                fallback => async |Path(tenant): Path<String>| format!("tenant {tenant:?}"),
                GET "/x" => say("x"),
            }
        }
    }
}

#[tokio::test]
async fn an_unmatched_path_has_no_parameters_of_the_route_that_yields() {
    let site = Site::new(params);
    for (path, answer) in [
        ("/u/admin/x", "200 u /u/admin/x /u/admin/x"),
        ("/u/admin/x/y", "200 u /u/admin/x/y /u/admin/x/y"),
        ("//u//admin/a/b", "200 u //u//admin/a/b //u//admin/a/b"),
        ("/%61%2Fadmin", "200 a /%61%2Fadmin /%61%2Fadmin"),
        ("/t", "200 0 parameters"),
        ("/t/x/y", r#"200 tenant "x""#),
        ("/t//y", r#"200 tenant "y""#),
        ("/t/%ff/y", "200 tenant \"\u{fffd}\""),
    ] {
        assert_eq!(send(&site.app, "GET", path).await.brief(), answer, "{path}");
    }
    let nested = Router::new().nest("/api", site.app);
    let reply = send(&nested, "GET", "/api/u/admin/x").await;
    assert_eq!(reply.brief(), "200 u /u/admin/x /api/u/admin/x");
}
