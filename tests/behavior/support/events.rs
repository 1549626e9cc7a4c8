//! Events: a recorder, and middleware, layers and handlers that record.

use std::{
    future::{Ready, ready},
    mem,
    sync::{Arc, Mutex},
    task::{Context, Poll},
};

use axum::{Router, extract::State};
use concentric::{HttpError, Next, Request, Response, middleware};
use tokio::sync::Notify;
use tower::{Layer, Service};

use crate::support::{Reply, request, send_request, soon};

/// The events so far. A clone records to the same list.
#[derive(Clone, Debug, Default)]
pub(crate) struct Events(Arc<Recorded>);

#[derive(Debug, Default)]
struct Recorded {
    list: Mutex<Vec<String>>,
    added: Notify,
}

impl Events {
    pub(crate) fn add(&self, event: impl Into<String>) {
        self.0.list.lock().unwrap().push(event.into());
        self.0.added.notify_waiters();
    }

    /// Removes and returns the recorded events.
    pub(crate) fn take(&self) -> Vec<String> {
        mem::take(&mut self.0.list.lock().unwrap())
    }

    /// Returns whether this event is recorded.
    pub(crate) fn has(&self, event: &str) -> bool {
        self.0
            .list
            .lock()
            .unwrap()
            .iter()
            .any(|other| other == event)
    }

    /// Waits until this event is recorded.
    pub(crate) async fn until(&self, event: &str) {
        soon(async {
            loop {
                let added = self.0.added.notified();
                if self.has(event) {
                    return;
                }
                added.await;
            }
        })
        .await;
    }

    /// Records an event when it is dropped.
    pub(crate) fn on_drop(&self, event: impl Into<String>) -> OnDrop {
        OnDrop(self.clone(), event.into())
    }
}

/// A guard that records an event when it is dropped.
pub(crate) struct OnDrop(Events, String);

impl Drop for OnDrop {
    fn drop(&mut self) {
        self.0.add(mem::take(&mut self.1));
    }
}

/// Records `in {name}` before and `out {name}` after `next`.
#[middleware]
pub(crate) async fn note(
    #[config] name: &str,
    State(events): State<Events>,
    req: Request,
    next: Next,
) -> Response {
    events.add(format!("in {name}"));
    let response = next.run(req).await;
    events.add(format!("out {name}"));
    response
}

/// Records the result of `try_run` and passes it on.
#[middleware]
pub(crate) async fn record_outcome(
    State(events): State<Events>,
    req: Request,
    next: Next,
) -> Result<Response, HttpError> {
    let result = next.try_run(req).await;
    events.add(match &result {
        Ok(response) => format!("Ok {}", response.status().as_u16()),
        Err(error) => match error.source() {
            Some(source) => format!("Err {error} ({source})"),
            None => format!("Err {error}"),
        },
    });
    result
}

/// Returns a tower layer that records like [`note`].
pub(crate) fn note_layer(events: &Events, name: &'static str) -> NoteLayer {
    NoteLayer(events.clone(), name)
}

/// See [`note_layer`].
#[derive(Clone)]
pub(crate) struct NoteLayer(Events, &'static str);

impl<T> Layer<T> for NoteLayer {
    type Service = NoteService<T>;

    fn layer(&self, inner: T) -> NoteService<T> {
        NoteService(self.clone(), inner)
    }
}

/// The service that [`NoteLayer`] makes.
#[derive(Clone)]
pub(crate) struct NoteService<T>(NoteLayer, T);

impl<T, B> Service<http::Request<B>> for NoteService<T>
where
    T: Service<http::Request<B>, Future: Send + 'static>,
{
    type Response = T::Response;
    type Error = T::Error;
    type Future = futures_util::future::BoxFuture<'static, Result<T::Response, T::Error>>;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), T::Error>> {
        self.1.poll_ready(cx)
    }

    fn call(&mut self, req: http::Request<B>) -> Self::Future {
        let NoteLayer(events, name) = self.0.clone();
        events.add(format!("in {name}"));
        let response = self.1.call(req);
        Box::pin(async move {
            let response = response.await;
            events.add(format!("out {name}"));
            response
        })
    }
}

/// Returns a handler that records its name and answers with it.
pub(crate) fn say(
    name: &'static str,
) -> impl Fn(State<Events>) -> Ready<&'static str> + Clone + Send + Sync + 'static {
    move |State(events)| {
        events.add(name);
        ready(name)
    }
}

/// Returns the trace of a request that runs these middleware and reaches [`say`] with this name.
pub(crate) fn reached(lists: &str, name: &str) -> Vec<String> {
    let mut events = answered(lists, &format!("200 {name}"));
    events.insert(lists.split_whitespace().count(), name.to_owned());
    events
}

/// Returns the trace of a request that runs these middleware and gets this answer.
pub(crate) fn answered(lists: &str, answer: &str) -> Vec<String> {
    let lists = lists.split_whitespace();
    let inward = lists.clone().map(|name| format!("in {name}"));
    let outward = lists.rev().map(|name| format!("out {name}"));
    let answer = std::iter::once(answer.to_owned());
    inward.chain(outward).chain(answer).collect()
}

/// An application with its recorder as the state.
pub(crate) struct Site {
    pub(crate) app: Router,
    pub(crate) events: Events,
}

impl Site {
    pub(crate) fn new(app: impl FnOnce(Events) -> Router) -> Self {
        let events = Events::default();
        let app = app(events.clone());
        Self { app, events }
    }

    /// Sends a request, and returns its events, and then the status and the body of the response.
    pub(crate) async fn trace(&self, method: &str, path: &str) -> Vec<String> {
        let reply = self.send(method, path).await;
        let mut events = self.events.take();
        events.push(reply.brief());
        events
    }

    pub(crate) async fn send(&self, method: &str, path: &str) -> Reply {
        send_request(&self.app, request(method, path)).await
    }
}
