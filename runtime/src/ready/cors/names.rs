//! The methods or the headers that a `Cors` allows.

use http::{HeaderName, HeaderValue, Method};

/// The methods of `*`, which Starlette names one by one. Browsers read a `*` as a name if credentials are allowed.
const METHODS: [Method; 7] = [
    Method::DELETE,
    Method::GET,
    Method::HEAD,
    Method::OPTIONS,
    Method::PATCH,
    Method::POST,
    Method::PUT,
];

/// The headers that a page may always set.
const SAFELISTED: [&str; 4] = [
    "Accept",
    "Accept-Language",
    "Content-Language",
    "Content-Type",
];

/// Names, and the header that lists them.
#[derive(Clone, Debug)]
pub(super) struct Names {
    list: Vec<String>,
    pub(super) value: HeaderValue,
    pub(super) any: bool,
}

impl Names {
    #[track_caller]
    fn new(list: Vec<String>) -> Self {
        let value = joined(&list);
        Self {
            list,
            value,
            any: false,
        }
    }

    #[track_caller]
    pub(super) fn methods(methods: impl IntoIterator<Item = Method>) -> Self {
        Self::new(
            methods
                .into_iter()
                .map(|method| method.as_str().to_owned())
                .collect(),
        )
    }

    pub(super) fn any_method() -> Self {
        Self::methods(METHODS)
    }

    /// Adds the safelisted headers, and sorts.
    #[track_caller]
    pub(super) fn headers(names: impl IntoIterator<Item: AsRef<str>>) -> Self {
        let safelisted = SAFELISTED.map(str::to_owned);
        let names = names.into_iter().map(|name| name.as_ref().to_owned());
        let mut names: Vec<String> = safelisted.into_iter().chain(names).collect();
        names.sort_by_cached_key(|name| name.to_ascii_lowercase());
        names.dedup_by(|one, other| one.eq_ignore_ascii_case(other));
        let any = names.iter().any(|name| name == "*");
        Self {
            any,
            ..Self::new(names)
        }
    }

    pub(super) fn allow_method(&self, method: &HeaderValue) -> bool {
        self.list
            .iter()
            .any(|name| name.as_bytes() == method.as_bytes())
    }

    /// Returns whether all names of a list are allowed.
    pub(super) fn allow_headers(&self, list: &HeaderValue) -> bool {
        let mut list = list
            .as_bytes()
            .split(|&byte| byte == b',')
            .map(<[u8]>::trim_ascii);
        let is_allowed = |name: &[u8]| {
            self.list
                .iter()
                .any(|other| other.as_bytes().eq_ignore_ascii_case(name))
        };
        self.any || list.all(|name| name.is_empty() || is_allowed(name))
    }
}

/// Returns a header that lists these names.
#[track_caller]
#[expect(clippy::panic, reason = "no browser sends such a name")]
pub(super) fn joined(names: &[impl AsRef<str>]) -> HeaderValue {
    let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    // The name of a method has the same characters.
    if let Some(name) = names
        .iter()
        .find(|name| HeaderName::from_bytes(name.as_bytes()).is_err())
    {
        panic!(
            "expected the name of a header such as `X-Request-Id`, found `{name}`: write one name per entry"
        );
    }
    match HeaderValue::try_from(names.join(", ")) {
        Ok(value) => value,
        Err(error) => panic!("the names of the headers do not fit into a header: {error}"),
    }
}
