//! `Origin`, the value of the header of that name.

use std::{
    fmt,
    net::{Ipv4Addr, Ipv6Addr},
};

use super::host::Host;

/// The origin of a page: a scheme, a host and a port.
///
/// It displays as browsers send it, in the
/// [serialization of the HTML standard](https://html.spec.whatwg.org/multipage/browsers.html#ascii-serialisation-of-an-origin).
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Origin<'a> {
    scheme: String,
    /// Without the port that is the scheme's default.
    host: Host<'a>,
}

impl<'a> Origin<'a> {
    /// Parses `scheme://host` or `scheme://host:port`. Another text, such as `null`, is not the origin of any host.
    pub(super) fn parse(text: &'a str) -> Option<Self> {
        let (scheme, host) = text.split_once("://")?;
        let is_scheme_byte =
            |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.');
        if !scheme.starts_with(|first: char| first.is_ascii_alphabetic())
            || !scheme.bytes().all(is_scheme_byte)
        {
            return None;
        }
        let scheme = scheme.to_ascii_lowercase();
        let host = without_default_port(&scheme, Host::parse(host)?);
        is_serialized(host.name()).then_some(Self { scheme, host })
    }

    /// Returns whether a text is an origin in the form that browsers send.
    pub(super) fn is_sent(text: &str) -> bool {
        Origin::parse(text).is_some_and(|origin| origin.to_string() == text)
    }

    /// Returns what to write in place of a text that browsers do not send.
    pub(super) fn help(text: &str) -> String {
        let (scheme, rest) = text.split_once("://").unwrap_or(("https", text));
        // An origin has neither a path nor user information.
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let host = host.rsplit('@').next().unwrap_or_default();
        match Origin::parse(&format!("{scheme}://{host}")) {
            Some(origin) => format!("write `{origin}`"),
            None if !text.is_ascii() => "write the host in Punycode, as browsers send it".into(),
            None => "write a scheme, a host, and a port unless it is the scheme's own".into(),
        }
    }

    /// Returns whether a page of this origin has the host of a request. The scheme of the request is not known.
    pub(super) fn is_of(&self, host: Host<'_>) -> bool {
        self.host == without_default_port(&self.scheme, host)
    }

    pub(super) fn into_owned(self) -> Origin<'static> {
        Origin {
            scheme: self.scheme,
            host: self.host.into_owned(),
        }
    }
}

impl fmt::Display for Origin<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}://{}", self.scheme, self.host)
    }
}

/// Returns whether a host is spelled as browsers do, if it is an IP address. A name whose last label is a number is an
/// [IPv4 address](https://url.spec.whatwg.org/#ends-in-a-number-checker).
fn is_serialized(host: &str) -> bool {
    let address = host
        .strip_prefix('[')
        .and_then(|host| host.strip_suffix(']'));
    if let Some(address) = address {
        let parsed: Result<Ipv6Addr, _> = address.parse();
        return parsed.is_ok_and(|parsed| parsed.to_string() == address);
    }
    let name = host.strip_suffix('.').unwrap_or(host);
    let last = name.rsplit('.').next().unwrap_or_default();
    let is_number = match last.strip_prefix("0x") {
        Some(digits) => digits.bytes().all(|byte| byte.is_ascii_hexdigit()),
        None => last.bytes().all(|byte| byte.is_ascii_digit()),
    };
    !is_number || host.parse::<Ipv4Addr>().is_ok()
}

fn without_default_port<'a>(scheme: &str, host: Host<'a>) -> Host<'a> {
    match (scheme, host.port()) {
        ("https" | "wss", Some(443)) | ("http" | "ws", Some(80)) => host.without_port(),
        _ => host,
    }
}
