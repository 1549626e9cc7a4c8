//! The application: ten middleware, most of which hold something for each request.

use std::{
    collections::HashMap,
    convert::Infallible,
    panic::resume_unwind,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering::Relaxed},
    },
    time::{Duration, Instant},
};

use axum::{
    Json, Router,
    body::{Body, Bytes},
    extract::{Path, State, WebSocketUpgrade, ws::Message},
    http::{StatusCode, header::AUTHORIZATION},
    response::sse::{Event, Sse},
};
use concentric::{
    AfterResponse, AfterResponseLayer, HttpError, Next, Provided, Request, Response, app,
    middleware, problem_details,
};
use futures_util::{Stream, StreamExt, stream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tower::limit::GlobalConcurrencyLimitLayer;
use tower_http::{
    compression::CompressionLayer,
    limit::RequestBodyLimitLayer,
    request_id::{MakeRequestUuid, PropagateRequestIdLayer, SetRequestIdLayer},
    timeout::TimeoutLayer,
};

/// Both are less than the number of clients, so that some wait, and some leave while they wait.
pub(crate) const HANDLERS: usize = 16;
pub(crate) const PLACES: usize = 32;

/// Requests per second.
const RATE_PER_USER: u32 = 50;
const CHUNK: Bytes = Bytes::from_static(&[b'c'; 64 * 1024]);

/// What the requests share.
#[derive(Clone)]
pub(crate) struct Shared {
    /// A request holds a permit until its handler returns.
    pub(crate) handlers: Arc<Semaphore>,
    /// A request holds a permit until its response or its WebSocket ends.
    pub(crate) places: Arc<Semaphore>,
    /// The work after responses that is not done.
    pub(crate) work: Arc<AtomicUsize>,
    rates: Arc<Mutex<HashMap<User, (Instant, u32)>>>,
}

impl Shared {
    pub(crate) fn new() -> Self {
        Self {
            handlers: Arc::new(Semaphore::new(HANDLERS)),
            places: Arc::new(Semaphore::new(PLACES)),
            work: Arc::default(),
            rates: Arc::default(),
        }
    }
}

app! {
    pub(crate) fn soaked(state: Shared, after: AfterResponseLayer) -> Router with [
        SetRequestIdLayer::x_request_id(MakeRequestUuid),
        PropagateRequestIdLayer::x_request_id(),
        after,
        record,
        CompressionLayer::new(),
        problem_details,
        TimeoutLayer::with_status_code(StatusCode::GATEWAY_TIMEOUT, Duration::from_secs(30)),
        GlobalConcurrencyLimitLayer::with_semaphore(state.handlers.clone()),
        authenticate,
        limit_rate,
    ] {
        GET "/failure" => failure,
        GET "/panic" => panic,
        GET "/slow" => slow with [
            TimeoutLayer::with_status_code(StatusCode::GATEWAY_TIMEOUT, Duration::from_millis(50)),
        ],

        scope with [take_place] {
            GET "/json/{id}" => show,
            GET "/events" => events,
            GET "/download" => download,
            POST "/upload" => upload with [RequestBodyLimitLayer::new(1_000_000)],
            GET "/socket" => socket,
        }
    }
}

/// Adds work after the response.
#[middleware]
async fn record(
    State(shared): State<Shared>,
    after: Provided<AfterResponse>,
    req: Request,
    next: Next,
) -> Response {
    shared.work.fetch_add(1, Relaxed);
    after.run(async move {
        shared.work.fetch_sub(1, Relaxed);
    });
    next.run(req).await
}

/// The name in the token of a request.
#[derive(Clone, PartialEq, Eq, Hash)]
struct User(String);

/// Rejects requests without a token and provides the `User`.
#[middleware]
async fn authenticate(req: Request, next: Next<User>) -> Result<Response, HttpError> {
    let token = req.headers().get(AUTHORIZATION);
    let name = token
        .and_then(|token| token.to_str().ok()?.strip_prefix("Bearer "))
        .ok_or_else(|| HttpError::unauthorized("no token"))?;
    let user = User(name.to_owned());
    Ok(next.provide(user).run(req).await)
}

/// Rejects the requests of a user above a number for each second.
#[middleware]
async fn limit_rate(
    State(shared): State<Shared>,
    Provided(user): Provided<User>,
    req: Request,
    next: Next,
) -> Result<Response, HttpError> {
    let count = {
        let mut rates = shared.rates.lock().unwrap_or_else(PoisonError::into_inner);
        let (since, count) = rates.entry(user).or_insert((Instant::now(), 0));
        if since.elapsed() > Duration::from_secs(1) {
            (*since, *count) = (Instant::now(), 0);
        }
        *count += 1;
        *count
    };
    if count > RATE_PER_USER {
        return Err(HttpError::new(StatusCode::TOO_MANY_REQUESTS, "slow down"));
    }
    Ok(next.run(req).await)
}

/// A place among the requests and responses in progress.
#[derive(Clone)]
struct Place {
    _permit: Arc<OwnedSemaphorePermit>,
}

/// Waits for a place and provides it.
#[middleware]
async fn take_place(
    State(shared): State<Shared>,
    req: Request,
    next: Next<Place>,
) -> Result<Response, HttpError> {
    let permit = shared.places.acquire_owned().await?;
    let place = Place {
        _permit: Arc::new(permit),
    };
    Ok(next.provide(place).run(req).await)
}

async fn show(Path(id): Path<u32>, Provided(user): Provided<User>) -> Json<String> {
    Json(format!("{id} of {}", user.0).repeat(50))
}

async fn events(
    Provided(place): Provided<Place>,
) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    Sse::new(stream::unfold((0, place), async |(count, place)| {
        tokio::time::sleep(Duration::from_millis(5)).await;
        let event = Event::default().data(count.to_string());
        (count < 20).then_some((Ok(event), (count + 1, place)))
    }))
}

async fn download(Provided(place): Provided<Place>) -> Body {
    Body::from_stream(stream::iter(0..32).map(move |_| {
        let _held = &place;
        Ok::<_, Infallible>(CHUNK)
    }))
}

async fn upload(body: Body) -> Result<Json<usize>, HttpError> {
    let mut body = body.into_data_stream();
    let mut length = 0;
    while let Some(chunk) = body.next().await {
        length += chunk?.len();
    }
    Ok(Json(length))
}

async fn socket(upgrade: WebSocketUpgrade, Provided(place): Provided<Place>) -> Response {
    upgrade.on_upgrade(async move |mut socket| {
        let _held = place;
        while let Some(Ok(message)) = socket.recv().await {
            // Nothing is sent after a close frame, which the library answers by itself.
            if matches!(message, Message::Text(_)) && socket.send(message).await.is_err() {
                break;
            }
        }
    })
}

async fn failure() -> Result<(), HttpError> {
    Err(HttpError::internal("the database is away"))
}

async fn panic() {
    // Unlike `panic!`, it prints nothing.
    resume_unwind(Box::new("a bug"))
}

async fn slow() {
    std::future::pending().await
}
