//! What a connection is doing, as its parts see it.

use std::{
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicUsize, Ordering::Relaxed},
    },
    task::{Context, Poll},
};

use super::shutdown::Shutdown;
use axum::{
    body::{Body, Bytes},
    response::Response,
};
use http::{HeaderValue, Request, StatusCode, Version, header::CONNECTION};
use hyper::{
    body::{Body as HttpBody, Frame, Incoming, SizeHint},
    upgrade::OnUpgrade,
};

/// What a connection is doing. Its socket and its service record it, and its task reads it after they have run,
/// so the order of the atomics does not matter.
#[derive(Clone)]
pub(super) struct Activity(Arc<State>);

struct State {
    shutdown: Shutdown,
    requests: AtomicUsize,
    /// Bodies of requests and responses that have not ended.
    open_bodies: AtomicUsize,
    /// Bytes of a response wait until the client reads.
    is_writing: AtomicBool,
    has_received: AtomicBool,
    is_http2: AtomicBool,
    may_be_upgraded: AtomicBool,
    /// Nothing tells when a WebSocket over HTTP/2 ends, so its connection is never idle again.
    has_tunnel: AtomicBool,
}

impl Activity {
    pub(super) fn new(shutdown: Shutdown) -> Self {
        Self(Arc::new(State {
            shutdown,
            requests: AtomicUsize::new(0),
            open_bodies: AtomicUsize::new(0),
            is_writing: AtomicBool::new(false),
            has_received: AtomicBool::new(false),
            is_http2: AtomicBool::new(false),
            may_be_upgraded: AtomicBool::new(false),
            has_tunnel: AtomicBool::new(false),
        }))
    }

    pub(super) fn received(&self) {
        self.0.has_received.store(true, Relaxed);
    }

    /// Returns whether bytes arrived since the last call.
    pub(super) fn take_received(&self) -> bool {
        self.0.has_received.swap(false, Relaxed)
    }

    pub(super) fn wrote(&self, is_writing: bool) {
        self.0.is_writing.store(is_writing, Relaxed);
    }

    /// Returns how many requests have begun.
    pub(super) fn requests(&self) -> usize {
        self.0.requests.load(Relaxed)
    }

    /// Returns whether a request is in progress, or a response is on its way.
    pub(super) fn is_busy(&self) -> bool {
        let state = &self.0;
        state.open_bodies.load(Relaxed) > 0
            || state.is_writing.load(Relaxed)
            || state.has_tunnel.load(Relaxed)
    }

    /// Returns whether a request has come over HTTP/2.
    pub(super) fn is_http2(&self) -> bool {
        self.0.is_http2.load(Relaxed)
    }

    /// Returns whether the socket may get other owners than hyper.
    pub(super) fn may_be_upgraded(&self) -> bool {
        self.0.may_be_upgraded.load(Relaxed)
    }

    /// Records the beginning of a request. It ends with its body and that of its response, whichever ends last.
    pub(super) fn begin(&self, request: &Request<Incoming>) -> Exchange {
        let state = &self.0;
        state.requests.fetch_add(1, Relaxed);
        let is_http2 = request.version() == Version::HTTP_2;
        if is_http2 {
            state.is_http2.store(true, Relaxed);
        }
        let may_be_upgraded = request.extensions().get::<OnUpgrade>().is_some();
        if may_be_upgraded && !is_http2 {
            state.may_be_upgraded.store(true, Relaxed);
        }
        Exchange {
            open: self.open(),
            version: request.version(),
            may_be_upgraded,
        }
    }

    /// Follows the body of a request.
    pub(super) fn track<B: HttpBody>(&self, body: B) -> Tracked<B> {
        // Most requests have no body.
        let open = (!body.is_end_stream()).then(|| self.open());
        Tracked { _open: open, body }
    }

    fn open(&self) -> OpenBody {
        self.0.open_bodies.fetch_add(1, Relaxed);
        OpenBody(self.clone())
    }
}

/// A request, and the response to it.
pub(super) struct Exchange {
    open: OpenBody,
    version: Version,
    may_be_upgraded: bool,
}

impl Exchange {
    /// Follows the response.
    pub(super) fn respond(self, mut response: Response) -> http::Response<Tracked<Body>> {
        let state = &*self.open.0.0;
        let is_http2 = self.version == Version::HTTP_2;
        let is_upgrade = response.status() == StatusCode::SWITCHING_PROTOCOLS;
        if !is_http2 && !is_upgrade && state.shutdown.is_draining() {
            let close = HeaderValue::from_static("close");
            response.headers_mut().insert(CONNECTION, close);
            // hyper adds `keep-alive` to a response of HTTP/1.1 if a client of HTTP/1.0 asks for it.
            *response.version_mut() = self.version;
        }
        if is_http2 && self.may_be_upgraded && response.status().is_success() {
            state.has_tunnel.store(true, Relaxed);
        }
        response.map(|body| Tracked {
            _open: Some(self.open),
            body,
        })
    }
}

/// A body that has not ended.
pub(super) struct OpenBody(Activity);

impl Drop for OpenBody {
    fn drop(&mut self) {
        self.0.0.open_bodies.fetch_sub(1, Relaxed);
    }
}

/// A body that records when it ends, which is when it is dropped.
pub(super) struct Tracked<B> {
    // Before the body, whose end wakes the connection.
    _open: Option<OpenBody>,
    body: B,
}

impl<B: HttpBody<Data = Bytes> + Unpin> HttpBody for Tracked<B> {
    type Data = Bytes;
    type Error = B::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, B::Error>>> {
        Pin::new(&mut self.body).poll_frame(cx)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
