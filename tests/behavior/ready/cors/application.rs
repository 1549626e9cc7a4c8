//! `Cors` around an application: errors, unmatched paths and methods, and a plain router.

use axum::{Router, routing::get};
use concentric::{Cors, HttpError, Next, Request, Response, app, middleware, problem_details};
use http::StatusCode;

use super::{ORIGIN, ask, cors_headers};
use crate::support::{Events, record_outcome};

const PREFLIGHT: (&str, &str) = ("access-control-request-method", "GET");
const ADDED: [&str; 2] = ["access-control-allow-origin", "vary"];

fn cors() -> Cors {
    Cors::origins([ORIGIN.1])
}

/// Rejects every request.
#[middleware(inside(Cors))]
async fn authenticate(_req: Request, _next: Next) -> Result<Response, HttpError> {
    Err(HttpError::unauthorized("no token"))
}

app! {
    fn site(state: Events) -> Router with [record_outcome, cors()] {
        GET "/" => async || "handler",
        POST "/post" => async || "handler",
        GET "/error" => async || HttpError::internal("a secret"),
        GET "/502" => async || StatusCode::BAD_GATEWAY,
        GET "/panic" => async || -> () { panic!("a panic") },
        OPTIONS "/options" => async || "options",

        scope "/account" with [authenticate] {
            GET "/" => async || "handler",
        }
    }
}

fn plain() -> Router {
    Router::new()
        .route("/", get("handler"))
        .route("/post", axum::routing::post("handler"))
        .route("/error", get(async || HttpError::internal("a secret")))
        .route("/502", get(StatusCode::BAD_GATEWAY))
        .route("/panic", get(async || -> () { panic!("a panic") }))
        .route("/options", axum::routing::options("options"))
        .fallback(async || HttpError::not_found("Not Found"))
        .layer(cors())
}

#[tokio::test]
async fn every_response_to_an_allowed_origin_has_the_headers() {
    for app in [site(Events::default()), plain()] {
        for (method, path, status) in [
            ("GET", "/", 200),
            ("HEAD", "/", 200),
            ("DELETE", "/", 405),
            ("GET", "/error", 500),
            ("GET", "/502", 502),
            ("GET", "/panic", 500),
            ("GET", "/nope", 404),
        ] {
            let reply = ask(&app, method, path, &[ORIGIN]).await;
            assert_eq!(reply.status, status, "{method} {path}");
            assert_eq!(cors_headers(&reply), ADDED, "{method} {path}");
            let reply = ask(&app, method, path, &[]).await;
            assert_eq!(reply.status, status, "{method} {path}");
            assert_eq!(cors_headers(&reply), ["vary"], "{method} {path}");
        }
    }
}

#[tokio::test]
async fn a_401_of_an_inner_scope_has_the_headers() {
    let app = site(Events::default());
    for path in ["/account", "/account/nope"] {
        let reply = ask(&app, "GET", path, &[ORIGIN]).await;
        assert_eq!(reply.status, 401, "{path}");
        assert_eq!(cors_headers(&reply), ADDED, "{path}");
    }
}

#[tokio::test]
async fn a_preflight_is_answered_on_every_path() {
    for app in [site(Events::default()), plain()] {
        for path in [
            "/",
            "/post",
            "/panic",
            "/options",
            "/nope",
            "/account",
            "/account/nope",
        ] {
            let reply = ask(&app, "OPTIONS", path, &[ORIGIN, PREFLIGHT]).await;
            assert_eq!(reply.brief(), "200 OK", "{path}");
            assert_eq!(
                reply.header("access-control-allow-origin"),
                [ORIGIN.1],
                "{path}"
            );
        }
    }
}

#[tokio::test]
async fn an_options_request_that_is_not_a_preflight_runs_inside() {
    for app in [site(Events::default()), plain()] {
        for (path, status) in [("/options", 200), ("/", 405), ("/nope", 404)] {
            let reply = ask(&app, "OPTIONS", path, &[ORIGIN]).await;
            assert_eq!(reply.status, status, "{path}");
            assert_eq!(cors_headers(&reply), ADDED, "{path}");
            // A preflight without an origin goes on as well.
            let reply = ask(&app, "OPTIONS", path, &[PREFLIGHT]).await;
            assert_eq!(reply.status, status, "{path}");
            assert_eq!(cors_headers(&reply), ["vary"], "{path}");
        }
    }
}

#[tokio::test]
async fn outer_middleware_get_errors_and_rejections_as_errors() {
    let events = Events::default();
    let app = site(events.clone());
    ask(&app, "GET", "/error", &[ORIGIN]).await;
    ask(&app, "GET", "/panic", &[ORIGIN]).await;
    ask(
        &app,
        "OPTIONS",
        "/",
        &[("origin", "http://a.test"), PREFLIGHT],
    )
    .await;
    ask(&app, "GET", "/", &[("origin", "http://a.test")]).await;
    assert_eq!(
        events.take(),
        [
            "Err 500: Internal Server Error (a secret)",
            "Err 500: Internal Server Error (panicked: a panic)",
            "Err 400: Disallowed CORS origin",
            "Ok 200",
        ]
    );
}

app! {
    fn problems() -> Router with [problem_details, cors()] {
        GET "/" => async || "handler",
    }
}

#[tokio::test]
async fn problem_details_renders_a_rejection() {
    let headers = [ORIGIN, ("access-control-request-method", "PUT")];
    let reply = ask(&problems(), "OPTIONS", "/", &headers).await;
    assert_eq!(
        reply.brief(),
        r#"400 {"detail":"Disallowed CORS method","status":400,"title":"Bad Request"}"#
    );
    assert_eq!(reply.header("access-control-allow-origin"), [ORIGIN.1]);
}

app! {
    fn picky() -> Router with [Cors::origins([ORIGIN.1]).origin_if(|_, _| panic!("a panic"))] {
        GET "/" => async || "handler",
    }
}

#[tokio::test]
async fn a_panic_of_the_function_of_origin_if_is_a_500() {
    let reply = ask(&picky(), "GET", "/", &[ORIGIN]).await;
    assert_eq!(reply.brief(), "200 handler");
    let other = ("origin", "https://another.org");
    for (method, headers) in [("GET", &[other][..]), ("OPTIONS", &[other, PREFLIGHT])] {
        let reply = ask(&picky(), method, "/", headers).await;
        assert_eq!(reply.brief(), r#"500 {"detail":"Internal Server Error"}"#);
        assert_eq!(cors_headers(&reply), [""; 0]);
    }
}

app! {
    fn parts() -> Router {
        GET "/route" => async || "handler" with [Cors::any_origin()],
        scope with [Cors::any_origin()] {
            GET "/all" => async || "handler",
        }
        scope with [Cors::any_origin()] {
            GET "/half" => async || "handler",
        }
        POST "/half" => async || "handler",
        scope "/prefix" with [Cors::any_origin()] {
            GET "/" => async || "handler",
        }
    }
}

#[tokio::test]
async fn a_preflight_runs_the_list_of_a_scope_with_all_routes_of_the_path() {
    for (path, status) in [
        ("/route", 405),
        ("/half", 405),
        ("/all", 200),
        ("/prefix", 200),
        ("/prefix/nope", 200),
    ] {
        let reply = ask(&parts(), "OPTIONS", path, &[ORIGIN, PREFLIGHT]).await;
        assert_eq!(reply.status, status, "{path}");
    }
}
