//! The origins that a `Cors` allows.

use std::{fmt, sync::Arc};

use axum::extract::Request;
use http::HeaderValue;

/// A function that allows an origin.
type Allows = dyn Fn(&HeaderValue, &Request) -> bool + Send + Sync;

#[derive(Clone, Default)]
pub(super) struct Origins {
    pub(super) any: bool,
    listed: Vec<HeaderValue>,
    /// What is before the `*` and what is after it.
    patterns: Vec<(String, String)>,
    predicate: Option<Arc<Allows>>,
}

impl Origins {
    #[track_caller]
    pub(super) fn list(&mut self, origin: &str) {
        match checked(origin) {
            _ if origin == "*" => self.any = true,
            Err(help) => invalid(origin, &help),
            Ok(value) => match origin.split_once('*') {
                Some((before, after)) => self.patterns.push((before.into(), after.into())),
                None => self.listed.push(value),
            },
        }
    }

    pub(super) fn allow_if(
        &mut self,
        predicate: impl Fn(&HeaderValue, &Request) -> bool + Send + Sync + 'static,
    ) {
        self.predicate = Some(Arc::new(predicate));
    }

    /// Returns the allowed origin as the value of a header.
    pub(super) fn find(&self, origin: &HeaderValue, req: &Request) -> Option<HeaderValue> {
        // A clone of a listed value allocates nothing.
        if let Some(listed) = self.listed.iter().find(|&listed| listed == origin) {
            return Some(listed.clone());
        }
        let is_allowed = self.any
            || self.patterns.iter().any(|pattern| fits(pattern, origin))
            || self
                .predicate
                .as_ref()
                .is_some_and(|allows| allows(origin, req));
        is_allowed.then(|| origin.clone())
    }
}

/// Returns whether the pattern matches the whole origin.
fn fits((before, after): &(String, String), origin: &HeaderValue) -> bool {
    let middle = origin.as_bytes().strip_prefix(before.as_bytes());
    middle
        .and_then(|rest| rest.strip_suffix(after.as_bytes()))
        .is_some_and(|middle| !middle.is_empty() && middle.iter().copied().all(is_of_host))
}

fn is_of_host(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_')
}

/// Returns the origin as a header value, or what to write instead.
///
/// Browsers send an origin as the [HTML standard](https://html.spec.whatwg.org/multipage/browsers.html#ascii-serialisation-of-an-origin)
/// serializes it, so any other spelling would never match.
fn checked(origin: &str) -> Result<HeaderValue, String> {
    let lower = origin.to_ascii_lowercase();
    let Some((scheme, rest)) = lower.split_once("://") else {
        let help = format!("write `https://{lower}` or `http://{lower}`");
        return if lower == "null" {
            Ok(HeaderValue::from_static("null"))
        } else {
            Err(help)
        };
    };
    // The serialized origin has neither user information nor a path nor the scheme's own port.
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = host.rsplit('@').next().unwrap_or_default();
    let own_port = match scheme {
        "http" | "ws" => ":80",
        "https" | "wss" => ":443",
        _ => "/",
    };
    let host = host.strip_suffix(own_port).unwrap_or(host);
    let written = format!("{scheme}://{host}");
    if !host.is_ascii() {
        return Err("write the host in Punycode, as browsers send it".into());
    }
    if scheme.is_empty() || host.is_empty() || host.bytes().any(|byte| !byte.is_ascii_graphic()) {
        return Err("write `https://` and a host".into());
    }
    if host.matches('*').count() > 1 || scheme.contains('*') {
        return Err("write one `*` in the host, or allow the origin by `origin_if`".into());
    }
    match HeaderValue::from_str(&written) {
        Ok(value) if written == origin => Ok(value),
        _ => Err(format!("write `{written}`")),
    }
}

#[track_caller]
#[expect(clippy::panic, reason = "the origin would never match")]
fn invalid(origin: &str, help: &str) -> ! {
    panic!("expected an origin such as `https://example.com`, found `{origin}`: {help}")
}

impl fmt::Debug for Origins {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let any = self.any.then(|| "*".to_owned());
        let listed = self
            .listed
            .iter()
            .map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned());
        let patterns = self
            .patterns
            .iter()
            .map(|(before, after)| format!("{before}*{after}"));
        let predicate = self.predicate.iter().map(|_| "a function".to_owned());
        f.debug_list()
            .entries(
                any.into_iter()
                    .chain(listed)
                    .chain(patterns)
                    .chain(predicate),
            )
            .finish()
    }
}
