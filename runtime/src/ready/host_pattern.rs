//! `HostPattern`, a name of a host, or a `*.` wildcard.

use super::host::is_valid_name;

/// Which hosts are meant. All names are in lower case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum HostPattern {
    /// `*.example.org`, stored as `.example.org`.
    Subdomains(String),
    /// `example.org`
    Name(String),
}

impl HostPattern {
    /// Parses a name, or `*.` and a name.
    ///
    /// # Panics
    ///
    /// Panics if it is neither.
    #[track_caller]
    pub(super) fn new(pattern: &str) -> Self {
        let (is_wildcard, name) = match pattern.strip_prefix("*.") {
            Some(name) => (true, name),
            None => (false, pattern),
        };
        assert!(
            is_valid_name(name) && !(is_wildcard && name.starts_with('[')),
            "`{pattern}` is not a host\n\
             write: example.com, or *.example.com for its subdomains, without a scheme, a port or a path"
        );
        let name = name.to_ascii_lowercase();
        if is_wildcard {
            Self::Subdomains(format!(".{name}"))
        } else {
            Self::Name(name)
        }
    }

    /// Returns whether the pattern matches a name in lower case.
    pub(super) fn matches(&self, host: &str) -> bool {
        match self {
            Self::Subdomains(suffix) => host.len() > suffix.len() && host.ends_with(&**suffix),
            Self::Name(name) => name == host,
        }
    }

    /// Returns whether the pattern matches each host that another one matches.
    pub(super) fn covers(&self, other: &Self) -> bool {
        match other {
            // With its dot, `.example.org` ends with another `.example.org` only if it is that one or inside it.
            Self::Subdomains(suffix) => self == other || self.matches(suffix),
            Self::Name(name) => self.matches(name),
        }
    }
}
