//! What a connection is doing, as its parts see it.

use std::{
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicUsize, Ordering::Relaxed},
    },
    task::{Context, Poll},
};

use axum::body::{Body, Bytes};
use http::{Request, Version};
use hyper::{
    body::{Body as HttpBody, Frame, Incoming, SizeHint},
    upgrade::OnUpgrade,
};

/// What a connection is doing. Its socket and its service record it, and its task reads it after they have run,
/// so the order of the atomics does not matter.
#[derive(Clone, Default)]
pub(super) struct Activity(Arc<State>);

#[derive(Default)]
struct State {
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

    /// Records the begin of a request. It ends with its body and that of its response, whichever ends last.
    pub(super) fn begin(&self, request: &Request<Incoming>) -> OpenBody {
        let state = &self.0;
        state.requests.fetch_add(1, Relaxed);
        let is_http2 = request.version() == Version::HTTP_2;
        if is_http2 {
            state.is_http2.store(true, Relaxed);
        }
        if request.extensions().get::<OnUpgrade>().is_some() {
            if is_http2 {
                state.has_tunnel.store(true, Relaxed);
            } else {
                state.may_be_upgraded.store(true, Relaxed);
            }
        }
        self.open()
    }

    /// Follows the body of a request.
    pub(super) fn track(&self, body: Incoming) -> Tracked<Incoming> {
        // Most requests have no body.
        let open = (!body.is_end_stream()).then(|| self.open());
        Tracked { _open: open, body }
    }

    fn open(&self) -> OpenBody {
        self.0.open_bodies.fetch_add(1, Relaxed);
        OpenBody(self.clone())
    }
}

/// A body that has not ended.
pub(super) struct OpenBody(Activity);

impl OpenBody {
    /// Follows the body of the response.
    pub(super) fn track(self, body: Body) -> Tracked<Body> {
        Tracked {
            _open: Some(self),
            body,
        }
    }
}

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
