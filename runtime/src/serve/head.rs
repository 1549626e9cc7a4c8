//! The time that a client has for the head of a request.

use std::{
    pin::Pin,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    task::{Context, Poll},
    time::{Duration, Instant},
};

use http::Version;
use hyper::rt;
use tokio::time::Sleep;

/// How long a connection may wait for a request.
#[derive(Clone, Copy)]
pub(super) struct Timeouts {
    /// From the first byte of a head to its last, and from `accept` to the end of the first head.
    pub(super) header_read: Duration,
    /// From the end of a response to the first byte of the next head.
    pub(super) keep_alive: Duration,
}

/// The head that a connection waits for. Its parts tell it what they see: the server accepts, the socket
/// receives bytes, hyper is done with a response, and the service gets a request.
#[derive(Clone)]
pub(super) struct Head {
    waiting: Arc<Mutex<Waiting>>,
    header_read: Duration,
}

#[derive(Clone, Copy)]
enum Waiting {
    /// A part of the head may have arrived.
    ForHead { until: Instant },
    /// The connection is idle.
    ForRequest { until: Instant },
    /// A request arrives or is answered.
    ForNothing,
    /// The connection is HTTP/2. Pings find out whether the client is still there.
    ForHttp2,
    /// hyper has told an HTTP/2 client that the server stops, together with a ping.
    ForPong { until: Instant },
}

/// How long an HTTP/2 client has to answer a ping at a shutdown.
const PONG: Duration = Duration::from_secs(3);

impl Head {
    /// Starts the time of the first head.
    pub(super) fn accepted(header_read: Duration) -> Self {
        let until = Instant::now() + header_read;
        Self {
            waiting: Arc::new(Mutex::new(Waiting::ForHead { until })),
            header_read,
        }
    }

    pub(super) fn received_bytes(&self) {
        let mut waiting = self.lock();
        match *waiting {
            Waiting::ForRequest { .. } => {
                let until = Instant::now() + self.header_read;
                *waiting = Waiting::ForHead { until };
            }
            Waiting::ForPong { .. } => *waiting = Waiting::ForHttp2,
            Waiting::ForHead { .. } | Waiting::ForNothing | Waiting::ForHttp2 => {}
        }
    }

    pub(super) fn received_request(&self, version: Version) {
        *self.lock() = match version {
            Version::HTTP_2 => Waiting::ForHttp2,
            _ => Waiting::ForNothing,
        };
    }

    /// The server stops, and hyper has told the client if it can.
    pub(super) fn stop(&self) {
        let mut waiting = self.lock();
        if let Waiting::ForHttp2 = *waiting {
            let until = Instant::now() + self.header_read.min(PONG);
            *waiting = Waiting::ForPong { until };
        }
    }

    /// hyper waits for a request, and this is the end of the time for an idle connection.
    fn wait(&self, until: Instant) {
        let mut waiting = self.lock();
        if let Waiting::ForNothing = *waiting {
            *waiting = Waiting::ForRequest { until };
        }
    }

    /// Returns whether the connection waits for a head or the rest of one.
    pub(super) fn is_awaited(&self) -> bool {
        matches!(
            *self.lock(),
            Waiting::ForHead { .. } | Waiting::ForRequest { .. }
        )
    }

    /// Waits until the client is too late. `timer` serves all heads of a connection: to register one with the
    /// runtime for each request would cost more than the rest of this.
    pub(super) fn poll_is_late(
        &self,
        mut timer: Pin<&mut Sleep>,
        cx: &mut Context<'_>,
    ) -> Poll<()> {
        let until = match *self.lock() {
            Waiting::ForHead { until }
            | Waiting::ForRequest { until }
            | Waiting::ForPong { until } => until.into(),
            Waiting::ForNothing | Waiting::ForHttp2 => return Poll::Pending,
        };
        if timer.deadline() > until {
            timer.as_mut().reset(until);
        }
        while timer.as_mut().poll(cx).is_ready() {
            // It may have been set for an earlier head.
            if until <= tokio::time::Instant::now() {
                return Poll::Ready(());
            }
            timer.as_mut().reset(until);
        }
        Poll::Pending
    }

    fn lock(&self) -> MutexGuard<'_, Waiting> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// hyper starts its timer when it begins to wait for a request. That is all that this uses of it: hyper's own
/// timeout knows neither the first byte of a head nor the time before that of the first request.
impl rt::Timer for Head {
    fn sleep(&self, duration: Duration) -> Pin<Box<dyn rt::Sleep>> {
        self.sleep_until(Instant::now() + duration)
    }

    fn sleep_until(&self, deadline: Instant) -> Pin<Box<dyn rt::Sleep>> {
        self.wait(deadline);
        Box::pin(Never)
    }
}

struct Never;

impl Future for Never {
    type Output = ();

    fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<()> {
        Poll::Pending
    }
}

impl rt::Sleep for Never {}
