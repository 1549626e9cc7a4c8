//! `debug_errors` answers a 5xx with a page that shows what is known about the error.

mod backtrace;
mod format;
mod passed_on;
mod unprintable;

use std::{error::Error, fmt, io};

use axum::{Router, response::Response};
use concentric::{
    DebugErrors, HttpError, Next, Request, app, debug_errors, middleware, problem_details,
};
use http::{HeaderValue, StatusCode, header};

use crate::support::{Events, Reply, record_outcome, request, send, send_request};

/// An error with a cause.
#[derive(Debug)]
struct CannotSave(io::Error);

impl fmt::Display for CannotSave {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("cannot <b>save</b>")
    }
}

impl Error for CannotSave {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&self.0)
    }
}

#[middleware]
async fn authenticate(req: Request, next: Next) -> Response {
    next.run(req).await
}

async fn save() -> Result<(), HttpError> {
    let full = io::Error::other("the disk & its spare are full");
    Err(CannotSave(full))?
}

/// The line of the `?`.
const SAVE_LINE: u32 = line!() - 4;

fn write() -> Result<(), CannotSave> {
    Err(CannotSave(io::Error::other("full")))
}

async fn mapped() -> Result<(), HttpError> {
    write().map_err(HttpError::internal)
}

async fn panics() {
    panic!("<script>alert('1')</script>")
}

const PANIC_LINE: u32 = line!() - 3;

app! {
    fn site(state: Events) -> Router
    with [record_outcome, debug_errors(site::ROUTES), problem_details if false] {
        scope "/orders" with [authenticate] {
            GET "/{id}" => save,
            POST "/" => panics,
        }
        GET "/message" => async || HttpError::internal("<script>alert(\"1\")</script>"),
        GET "/script/{name}" => async || HttpError::internal("broken"),
        GET "/anyhow" =>
            async || HttpError::internal(anyhow::anyhow!("lost").context("cannot load")),
        GET "/503" => async || {
            HttpError::service_unavailable("no database")
                .with_header(header::RETRY_AFTER, HeaderValue::from_static("7"))
                .with_header(
                    header::CONTENT_TYPE,
                    HeaderValue::from_static("application/x-own"),
                )
        },
        GET "/404" => async || HttpError::not_found("no such order"),
        GET "/304" => async || HttpError::new(StatusCode::NOT_MODIFIED, "same"),
        GET "/mapped" => mapped,
        GET "/ok" => async || "fine",
        GET "/plain-500" => async || (StatusCode::INTERNAL_SERVER_ERROR, "handler"),
    }
}

/// Sends a request that accepts these types.
async fn accepting(app: &Router, path: &str, accept: &'static str) -> Reply {
    let mut request = request("GET", path);
    let accept = HeaderValue::from_static(accept);
    request.headers_mut().insert(header::ACCEPT, accept);
    send_request(app, request).await
}

#[tokio::test]
async fn the_text_shows_the_type_the_message_the_causes_the_place_and_the_route() {
    let reply = send(&site(Events::default()), "GET", "/orders/7?secret=1").await;
    assert_eq!(reply.status, 500);
    assert_eq!(reply.header("content-type"), ["text/plain; charset=utf-8"]);
    assert_eq!(reply.header("vary"), ["accept"]);
    let file = file!();
    let (text, backtrace) = reply.body.split_once("\nBacktrace\n\n").unwrap();
    assert!(!backtrace.is_empty());
    let (before, route) = text.split_once("\nRoute\n\n").unwrap();
    assert_eq!(
        before,
        format!(
            r#"500 Internal Server Error

Source

    {}: cannot <b>save</b>
    at {file}:{SAVE_LINE}:5
    caused by: the disk & its spare are full

Source, as `Debug` prints it

    CannotSave(
        Custom {{
            kind: Other,
            error: "the disk & its spare are full",
        }},
    )
"#,
            std::any::type_name::<CannotSave>()
        )
    );
    let mut lines = route.lines();
    let row = format!("    GET /orders/7 takes `GET /orders/{{id}}` => save ({file}:");
    assert!(lines.next().unwrap().starts_with(&row), "{route}");
    let ran = [
        "record_outcome",
        "debug_errors(site::ROUTES)",
        "problem_details if false",
        "authenticate",
    ];
    for (line, entry) in lines.zip(ran) {
        assert!(line.contains(entry), "{route}");
    }
    assert!(route.contains("authenticate"));
}

#[tokio::test]
async fn the_place_of_a_call_in_std_is_left_out() {
    let reply = send(&site(Events::default()), "GET", "/mapped").await;
    let name = std::any::type_name::<CannotSave>();
    let source = format!("Source\n\n    {name}: cannot <b>save</b>\n    caused by: full\n");
    assert!(reply.body.contains(&source), "{}", reply.body);
}

#[tokio::test]
async fn a_panic_shows_its_message_and_its_place() {
    let reply = send(&site(Events::default()), "POST", "/orders").await;
    assert_eq!(reply.status, 500);
    let file = file!();
    let source = format!(
        "Source\n\n    panicked: <script>alert('1')</script>\n    at {file}:{PANIC_LINE}:5\n"
    );
    assert!(reply.body.contains(&source), "{}", reply.body);
    assert!(
        reply.body.contains("takes `POST /orders` => panics"),
        "{}",
        reply.body
    );
}

#[tokio::test]
async fn an_error_without_a_source_shows_its_detail() {
    let reply = send(&site(Events::default()), "GET", "/503").await;
    assert!(
        reply
            .body
            .starts_with("503 Service Unavailable\n\nDetail\n\n    no database\n\nRoute\n"),
        "{}",
        reply.body
    );
}

#[tokio::test]
async fn an_anyhow_error_shows_its_causes() {
    let reply = send(&site(Events::default()), "GET", "/anyhow").await;
    assert!(
        reply.body.contains("anyhow::Error: cannot load\n"),
        "{}",
        reply.body
    );
    assert!(reply.body.contains("caused by: lost\n"), "{}", reply.body);
}

#[test]
fn a_build_without_debug_assertions_panics_unless_forced() {
    let made = std::panic::catch_unwind(|| debug_errors(site::ROUTES));
    assert_eq!(made.is_ok(), cfg!(debug_assertions));
    let _ = DebugErrors::even_in_release(site::ROUTES);
}
