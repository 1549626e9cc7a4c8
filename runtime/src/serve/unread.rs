//! The rest of a request's body that nobody reads.

use std::{
    pin::Pin,
    task::{Context, Poll},
    time::Duration,
};

use axum::body::Bytes;
use http::{Request, Version, header::EXPECT};
use hyper::body::{Body, Frame, Incoming, SizeHint};
use tokio::{runtime::Handle, time::timeout};

/// How many bytes of a body are discarded. By default, nginx rejects bodies that are larger.
const MOST: usize = 1 << 20;

/// How long a client has to send them.
const TIME: Duration = Duration::from_secs(1);

/// A body whose rest is read and discarded after a handler has dropped it.
///
/// hyper closes a connection with an unread body. A client that still sends it, such as nginx, then fails to write, and
/// may never read the response.
pub(super) struct ReadToEnd {
    /// `None` once it is dropped, which moves it into a task.
    body: Option<Incoming>,
    reads_rest: bool,
}

impl ReadToEnd {
    /// Follows the body of a request.
    pub(super) fn new(request: Request<Incoming>) -> Request<Self> {
        // Over HTTP/2, a response can end before its request. A client that expects a 100 sends no body without one.
        let reads_rest = !request.body().is_end_stream()
            && request.version() < Version::HTTP_2
            && !request.headers().contains_key(EXPECT);
        request.map(|body| Self {
            body: Some(body),
            reads_rest,
        })
    }
}

impl Drop for ReadToEnd {
    fn drop(&mut self) {
        if !self.reads_rest {
            return;
        }
        let rest = self.body.take().filter(|body| !body.is_end_stream());
        if let (Some(rest), Ok(runtime)) = (rest, Handle::try_current()) {
            runtime.spawn(timeout(TIME, discard(rest)));
        }
    }
}

/// Reads a body until it ends or is too large.
async fn discard(mut body: Incoming) {
    let mut read = 0;
    while let Some(Ok(frame)) = std::future::poll_fn(|cx| Pin::new(&mut body).poll_frame(cx)).await
    {
        read += frame.data_ref().map_or(0, Bytes::len);
        if read > MOST {
            return;
        }
    }
}

impl Body for ReadToEnd {
    type Data = Bytes;
    type Error = hyper::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, hyper::Error>>> {
        let Some(body) = &mut self.body else {
            return Poll::Ready(None);
        };
        let frame = Pin::new(body).poll_frame(cx);
        if let Poll::Ready(None | Some(Err(_))) = frame {
            self.reads_rest = false;
        }
        frame
    }

    fn is_end_stream(&self) -> bool {
        self.body.as_ref().is_none_or(Incoming::is_end_stream)
    }

    fn size_hint(&self) -> SizeHint {
        self.body
            .as_ref()
            .map_or_else(SizeHint::default, Incoming::size_hint)
    }
}
