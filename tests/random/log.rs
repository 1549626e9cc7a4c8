//! The states of the applications and their parts: what a request has run.

use std::{
    mem,
    ops::Deref,
    sync::{Arc, Mutex},
};

use axum::extract::FromRef;

/// The middleware and the handler that a request has run, in order.
#[derive(Clone, Debug)]
pub(crate) struct Log {
    lines: Arc<Mutex<Vec<String>>>,
    is_on: bool,
}

impl Log {
    /// Returns an empty log for an application with this argument.
    pub(crate) fn new(is_on: bool) -> Self {
        Self {
            lines: Arc::default(),
            is_on,
        }
    }

    pub(crate) fn add(&self, name: impl Into<String>) {
        self.lines.lock().unwrap().push(name.into());
    }

    pub(crate) fn take(&self) -> Vec<String> {
        mem::take(&mut self.lines.lock().unwrap())
    }

    /// Returns the argument of the application.
    pub(crate) fn is_on(&self) -> bool {
        self.is_on
    }
}

/// The state of some parts.
#[derive(Clone)]
pub(crate) struct Own(pub(crate) Log);

impl FromRef<Own> for Log {
    fn from_ref(own: &Own) -> Self {
        own.0.clone()
    }
}

impl Deref for Own {
    type Target = Log;

    fn deref(&self) -> &Log {
        &self.0
    }
}
