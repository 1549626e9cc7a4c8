//! The origins that a `Cors` allows.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::Arc,
};

use axum::extract::Request;
use http::HeaderValue;

use crate::{debug::opaque_debug, error::HttpError, ready::origin::Origin};

#[derive(Clone, Debug, Default)]
pub(super) struct Origins {
    pub(super) any: bool,
    listed: Vec<HeaderValue>,
    /// What is before the `*` and what is after it.
    patterns: Vec<(String, String)>,
    pub(super) predicate: Option<Predicate>,
}

/// The function of [`Cors::origin_if`](super::Cors::origin_if).
#[derive(Clone)]
pub(super) struct Predicate(pub(super) Arc<dyn Fn(&HeaderValue, &Request) -> bool + Send + Sync>);

opaque_debug! {
    Predicate,
}

impl Origins {
    #[track_caller]
    pub(super) fn list(&mut self, origin: &str) {
        if origin == "*" {
            self.any = true;
            return;
        }
        let pattern = origin.split_once('*');
        // With a name or a port in place of the `*`, a pattern is an origin.
        let sample = match pattern {
            Some((before, after))
                if before.ends_with("://") && after.starts_with('.') && after != "." =>
            {
                format!("{before}a{after}")
            }
            Some((before, "")) if before.ends_with(':') => format!("{before}1"),
            _ => origin.to_owned(),
        };
        let is_sent = origin == "null" || Origin::is_sent(&sample);
        match (HeaderValue::try_from(origin), pattern) {
            (Ok(value), None) if is_sent => self.listed.push(value),
            (Ok(_), Some((before, after))) if is_sent => {
                self.patterns.push((before.into(), after.into()));
            }
            _ => invalid(origin),
        }
    }

    /// Returns the origin as the value of a header if it is allowed.
    ///
    /// # Errors
    ///
    /// Returns the panic of the predicate.
    pub(super) fn find(
        &self,
        origin: &HeaderValue,
        req: &Request,
    ) -> Result<Option<HeaderValue>, HttpError> {
        // A clone of a listed value allocates nothing.
        if let Some(listed) = self.listed.iter().find(|&listed| listed == origin) {
            return Ok(Some(listed.clone()));
        }
        let mut is_allowed = self.any || self.patterns.iter().any(|pattern| fits(pattern, origin));
        if !is_allowed && let Some(Predicate(allows)) = &self.predicate {
            let allows = AssertUnwindSafe(|| allows(origin, req));
            is_allowed = catch_unwind(allows).map_err(HttpError::panicked)?;
        }
        Ok(is_allowed.then(|| origin.clone()))
    }
}

/// Returns whether the pattern matches the whole origin.
fn fits((before, after): &(String, String), origin: &HeaderValue) -> bool {
    let is_of_host = |byte: &u8| byte.is_ascii_alphanumeric() || b"-._".contains(byte);
    let middle = origin.as_bytes().strip_prefix(before.as_bytes());
    middle
        .and_then(|rest| rest.strip_suffix(after.as_bytes()))
        .is_some_and(|middle| !middle.is_empty() && middle.iter().all(is_of_host))
}

#[track_caller]
#[expect(clippy::panic, reason = "the origin would never match")]
fn invalid(origin: &str) -> ! {
    let help = if origin.eq_ignore_ascii_case("null") {
        "write `null`".to_owned()
    } else if origin.contains('*') {
        "write `https://*.example.com`, or `http://localhost:*`, or call `origin_if`".to_owned()
    } else {
        Origin::help(origin)
    };
    panic!("expected an origin such as `https://example.com`, found `{origin}`: {help}")
}
