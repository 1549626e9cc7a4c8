//! An application under measurement, called in process with prepared requests.

use std::{
    future::Future,
    pin::pin,
    task::{Context, Poll, Waker},
};

/// The work of every middleware of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Passes the request and the response through.
    Pass,
    /// Reads a header of the request and sets one of the response.
    Headers,
    /// Reads the state and provides a value, each of a different type. The handler reads one of them.
    Context,
}

impl Kind {
    pub const ALL: [Self; 3] = [Self::Pass, Self::Headers, Self::Context];

    pub fn name(self) -> &'static str {
        match self {
            Self::Pass => "pass",
            Self::Headers => "headers",
            Self::Context => "context",
        }
    }
}

/// The header to read and set.
pub const TRACE: &str = "x-trace";

/// The value of the header.
pub const TRACE_ID: &str = "7f3a90c2";

/// The headers of each request.
pub const REQUEST_HEADERS: [(&str, &str); 4] = [
    ("host", "localhost:8000"),
    ("user-agent", "benches/1.0"),
    ("accept", "*/*"),
    (TRACE, TRACE_ID),
];

/// The parts of a response that must be the same for all contenders.
#[derive(Debug, PartialEq, Eq)]
pub struct Reply {
    pub status: u16,
    pub trace: Option<String>,
    pub body: String,
}

/// An application of one framework.
pub trait App {
    type Request;
    type Response;

    /// Returns a request, as the framework's server would make it.
    fn request(&self) -> Self::Request;

    /// Answers the request.
    fn call(&mut self, request: Self::Request) -> Self::Response;

    /// Returns the reply that the client receives.
    fn read(response: Self::Response) -> Reply;
}

/// An application of any framework.
pub trait Subject {
    /// Prepares this number of requests.
    fn prepare(&mut self, count: usize);

    /// Answers one of the prepared requests and drops the response.
    fn call(&mut self);

    /// Returns the reply that a client receives.
    fn reply(&mut self) -> Reply;
}

struct Prepared<A: App> {
    app: A,
    requests: Vec<A::Request>,
}

impl<A: App> Subject for Prepared<A> {
    fn prepare(&mut self, count: usize) {
        self.requests.reserve_exact(count);
        for _ in 0..count {
            self.requests.push(self.app.request());
        }
    }

    fn call(&mut self) {
        if let Some(request) = self.requests.pop() {
            drop(self.app.call(request));
        }
    }

    fn reply(&mut self) -> Reply {
        let request = self.app.request();
        A::read(self.app.call(request))
    }
}

/// Wraps an application, so that it can be measured.
pub fn subject(app: impl App + 'static) -> Box<dyn Subject> {
    Box::new(Prepared {
        app,
        requests: Vec::new(),
    })
}

/// Returns the output of a future that never waits.
pub fn now<F: Future>(future: F) -> F::Output {
    let mut cx = Context::from_waker(Waker::noop());
    match pin!(future).poll(&mut cx) {
        Poll::Ready(output) => output,
        Poll::Pending => unreachable!("nothing in these applications waits"),
    }
}
