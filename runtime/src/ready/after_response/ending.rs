//! `Ending`, which ends the queue of a request when its response has been sent.

use std::{
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
};

use axum::{
    body::{Body, Bytes, HttpBody},
    response::Response,
};
use http_body::{Frame, SizeHint};
use pin_project_lite::pin_project;

use super::queue::Queue;

/// Ends a queue when it is dropped.
pub(super) struct Ending(Arc<Queue>);

impl Ending {
    pub(super) fn of(queue: &Arc<Queue>) -> Self {
        Self(Arc::clone(queue))
    }

    /// Ends the queue when the body of this response has ended or is dropped.
    pub(super) fn after(self, response: Response) -> Response {
        // Nothing was added, and no handle is left that could add something.
        if Arc::strong_count(&self.0) == 1 && self.0.is_empty() {
            return response;
        }
        let ending = Some(self);
        response.map(|body| Body::new(EndingBody { body, ending }))
    }
}

impl Drop for Ending {
    fn drop(&mut self) {
        self.0.end();
    }
}

pin_project! {
    /// A body that ends a queue.
    struct EndingBody {
        #[pin]
        body: Body,
        // Dropped after the body, so that what the body owns is gone when the work begins.
        ending: Option<Ending>,
    }
}

impl HttpBody for EndingBody {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        let this = self.project();
        let frame = this.body.poll_frame(cx);
        if let Poll::Ready(None) = frame {
            this.ending.take();
        }
        frame
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
