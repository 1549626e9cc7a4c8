//! `Origin`, the value of the header of that name.

use super::host::Host;

/// The origin of a page: a scheme, a host and a port.
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
        Some(Self { scheme, host })
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

fn without_default_port<'a>(scheme: &str, host: Host<'a>) -> Host<'a> {
    match (scheme, host.port()) {
        ("https" | "wss", Some(443)) | ("http" | "ws", Some(80)) => host.without_port(),
        _ => host,
    }
}
