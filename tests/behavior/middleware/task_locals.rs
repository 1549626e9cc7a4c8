//! Task-locals and spans that are set around `next`.

use std::cell::RefCell;

use axum::{
    Router,
    extract::{FromRequestParts, State},
};
use concentric::{Next, Request, Response, app, middleware};
use http::request::Parts;
use tower::timeout::TimeoutLayer;
use tower_http::trace::TraceLayer;
use tracing::{Instrument, Subscriber, info, info_span};
use tracing_subscriber::{
    Layer, Registry,
    layer::{Context, SubscriberExt},
    registry::{LookupSpan, Scope},
};

use crate::support::{Events, Site, send};

tokio::task_local! {
    static WORDS: RefCell<Vec<String>>;
}

/// Adds a word to the task-local list.
fn say(word: &str) {
    WORDS.with(|words| words.borrow_mut().push(word.to_owned()));
}

/// Sets the task-local list, and records it after the response.
#[middleware]
async fn set_words(State(events): State<Events>, req: Request, next: Next) -> Response {
    let words = RefCell::new(vec!["set".to_owned()]);
    let run = async {
        let response = next.run(req).await;
        events.add(WORDS.with(|words| words.borrow().join(", ")));
        response
    };
    WORDS.scope(words, run).await
}

/// An extractor that adds a word.
struct Word;

impl<S: Sync> FromRequestParts<S> for Word {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(_: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        say("extractor");
        Ok(Self)
    }
}

/// Adds a word before and after `next`, and yields to the runtime in between.
#[middleware]
async fn say_twice(#[config] name: &str, req: Request, next: Next) -> Response {
    say(&format!("in {name}"));
    tokio::task::yield_now().await;
    let response = next.run(req).await;
    say(&format!("out {name}"));
    response
}

app! {
    fn task_local(state: Events) -> Router
    with [set_words, say_twice("app"), TraceLayer::new_for_http()] {
        scope "/scope" with [
            TimeoutLayer::new(std::time::Duration::from_secs(30)),
            say_twice("scope"),
        ] {
            GET "/" => async |_: Word| {
                tokio::task::yield_now().await;
                say("handler");
                "handler"
            },
            fallback => async || say("fallback"),
        }
    }
}

#[tokio::test]
async fn a_task_local_set_around_next_is_shared_with_everything_inner() {
    let site = Site::new(task_local);
    assert_eq!(
        site.trace("GET", "/scope").await,
        [
            "set, in app, in scope, extractor, handler, out scope, out app",
            "200 handler",
        ]
    );
    assert_eq!(
        site.trace("GET", "/scope/nope").await,
        [
            "set, in app, in scope, fallback, out scope, out app",
            "200 ",
        ]
    );
}

/// Runs `next` in a span.
#[middleware]
async fn within(#[config] name: &'static str, req: Request, next: Next) -> Response {
    let span = info_span!("within", name);
    next.run(req).instrument(span).await
}

/// Has a span, by an attribute.
#[middleware]
#[tracing::instrument(skip_all, fields(path = %req.uri().path()))]
async fn instrumented(req: Request, next: Next) -> Response {
    info!("in instrumented");
    next.run(req).await
}

/// Has a span with its config as a field, and records its error.
#[middleware]
#[tracing::instrument(skip(req, next), err(Display))]
async fn instrumented_with_config(
    #[config] limit: &u32,
    req: Request,
    next: Next,
) -> Result<Response, concentric::HttpError> {
    next.try_run(req).await
}

#[tracing::instrument]
async fn handler() -> &'static str {
    info!("handler");
    "handler"
}

app! {
    fn spans() -> Router with [
        within("app"),
        // Other tests may have disabled the call site of the default span.
        TraceLayer::new_for_http().make_span_with(|_: &Request| info_span!("request")),
        instrumented,
    ] {
        scope with [instrumented_with_config(7), within("scope")] {
            GET "/" => handler,
            GET "/error" => async || concentric::HttpError::conflict("taken"),
        }
    }
}

/// Records each event with the spans around it, outermost first.
struct Record(Events);

impl<S: Subscriber + for<'a> LookupSpan<'a>> Layer<S> for Record {
    fn on_event(&self, event: &tracing::Event<'_>, context: Context<'_, S>) {
        if event.metadata().target() != module_path!() {
            // An event of tower-http.
            return;
        }
        let spans = context.event_scope(event).into_iter();
        let mut line: Vec<_> = spans
            .flat_map(Scope::from_root)
            .map(|span| span.name().to_owned())
            .collect();
        event.record(
            &mut |field: &tracing::field::Field, value: &dyn std::fmt::Debug| {
                line.push(format!("{}={value:?}", field.name()));
            },
        );
        self.0.add(line.join(" "));
    }
}

#[tokio::test]
async fn a_span_around_next_encloses_everything_inner() {
    let events = Events::default();
    let _set = tracing::subscriber::set_default(Registry::default().with(Record(events.clone())));
    let app = spans();
    assert_eq!(send(&app, "GET", "/").await.brief(), "200 handler");
    assert_eq!(
        events.take(),
        [
            "within request instrumented message=in instrumented",
            "within request instrumented instrumented_with_config within handler message=handler",
        ]
    );
    assert_eq!(
        send(&app, "GET", "/error").await.brief(),
        r#"409 {"detail":"taken"}"#
    );
    assert_eq!(
        events.take(),
        [
            "within request instrumented message=in instrumented",
            "within request instrumented instrumented_with_config error=409: taken",
        ]
    );
}
