//! The time that a client has for the head of a request, and an idle connection for the next one.

use std::{
    pin::Pin,
    task::{Context, Poll},
    time::Duration,
};

use tokio::time::{Instant, Sleep};

use super::{activity::Activity, phase::Phase};

/// How long a connection may wait for a request.
#[derive(Clone, Copy)]
pub(super) struct Timeouts {
    /// From the first byte of a head to its last, and from `accept` to the end of the first head.
    pub(super) header_read: Duration,
    /// From the end of a response to the first byte of the next head.
    pub(super) keep_alive: Duration,
}

/// How long a client has at a shutdown: to send its first request if the connection is not older than that, to send the
/// rest of a head, which may be on its way, or to answer over HTTP/2 that it sends no more requests.
const GOODBYE: Duration = Duration::from_secs(1);

/// The time of a connection that waits for a request, and the time to end a connection gracefully.
///
/// hyper has a timeout for heads, but not for the time before the first byte, and one for both heads and idle
/// connections. It also makes hyper read once more after each request.
pub(super) struct Deadline {
    activity: Activity,
    timeouts: Timeouts,
    /// How many requests had begun when this was last polled.
    requests: usize,
    waits_for: Waiting,
    until: Instant,
    /// Until then, a connection without a request stays open after the server stops.
    first_request: Instant,
    phase: Phase,
    is_ending: bool,
    /// The timer has been polled, so it wakes the task.
    is_timer_set: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Waiting {
    Nothing,
    Request,
    /// A part of the head may have arrived.
    Head,
}

impl Deadline {
    pub(super) fn new(activity: Activity, timeouts: Timeouts) -> Self {
        let accepted = Instant::now();
        Self {
            activity,
            timeouts,
            requests: 0,
            waits_for: Waiting::Head,
            until: accepted + timeouts.header_read,
            first_request: accepted + GOODBYE,
            phase: Phase::Running,
            is_ending: false,
            is_timer_set: false,
        }
    }

    /// From now on, the server is in this phase.
    pub(super) fn enter(&mut self, phase: Phase) {
        self.phase = phase;
        let now = Instant::now();
        if phase == Phase::Stopping && self.waits_for_first() && now < self.first_request {
            self.first_request = now + GOODBYE;
            self.until = self.until.min(self.first_request);
        }
    }

    /// From now on, a connection that waits for a request is late.
    pub(super) fn end(&mut self) {
        self.is_ending = true;
        match self.waits_for {
            Waiting::Head => self.until = self.until.min(Instant::now() + GOODBYE),
            _ => self.waits_for = Waiting::Nothing,
        }
    }

    /// Waits until the connection should end, and then until the client is late. hyper must have run before.
    ///
    /// `timer` serves all requests of the connection. To register one with the runtime for each would cost more
    /// than the rest of this.
    pub(super) fn poll(&mut self, mut timer: Pin<&mut Sleep>, cx: &mut Context<'_>) -> Poll<()> {
        self.update();
        if !self.is_ending && self.should_end() {
            return Poll::Ready(());
        }
        if self.waits_for == Waiting::Nothing {
            return Poll::Pending;
        }
        if self.is_timer_set && timer.deadline() <= self.until && !timer.is_elapsed() {
            // It wakes this task, in time or too early.
            return Poll::Pending;
        }
        self.is_timer_set = true;
        if timer.deadline() > self.until {
            timer.as_mut().reset(self.until);
        }
        while timer.as_mut().poll(cx).is_ready() {
            // It may have been set for an earlier request.
            if self.until <= Instant::now() {
                return Poll::Ready(());
            }
            timer.as_mut().reset(self.until);
        }
        Poll::Pending
    }

    /// Returns whether the server asks the client to end the connection.
    fn should_end(&self) -> bool {
        match self.phase {
            Phase::Running => false,
            // Over HTTP/1, the next response says it.
            Phase::Draining => self.activity.is_http2(),
            // hyper would close a connection whose first request is on its way.
            Phase::Stopping | Phase::Cut => {
                !self.waits_for_first() || Instant::now() >= self.first_request
            }
        }
    }

    fn waits_for_first(&self) -> bool {
        self.activity.requests() == 0
    }

    fn update(&mut self) {
        let has_received = self.activity.take_received();
        let requests = self.activity.requests();
        let is_new = requests != self.requests;
        self.requests = requests;
        if self.activity.is_busy() {
            self.waits_for = Waiting::Nothing;
        } else if is_new || self.waits_for == Waiting::Nothing {
            self.wait_for(Waiting::Request, self.timeouts.keep_alive);
        } else if self.waits_for == Waiting::Request && has_received && !self.activity.is_http2() {
            // Over HTTP/2 it may be something else, such as a ping. A head that is half-sent for too long is a
            // ping without an answer.
            self.wait_for(Waiting::Head, self.timeouts.header_read);
        }
    }

    fn wait_for(&mut self, waits_for: Waiting, timeout: Duration) {
        let timeout = match waits_for {
            _ if !self.is_ending => timeout,
            // An idle connection of HTTP/1 just closes.
            Waiting::Request if !self.activity.is_http2() => Duration::ZERO,
            _ => timeout.min(GOODBYE),
        };
        self.waits_for = waits_for;
        self.until = Instant::now() + timeout;
    }
}
