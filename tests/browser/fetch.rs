//! What the script of a page may read of a response, by the rules of the
//! [Fetch standard](https://fetch.spec.whatwg.org/).

use std::net::SocketAddr;

use serde_json::{Value, json};

use crate::{
    pages::Page,
    policy::{Middleware, Policy, has},
    server::{TOKEN, answer::answer},
    webdriver::Browser,
};

/// A server, and what its developer allows.
#[derive(Debug)]
pub(crate) struct Server<'a> {
    /// `http://` and the host.
    pub(crate) origin: String,
    pub(crate) policy: &'a Policy,
    pub(crate) middleware: Middleware,
}

/// The arguments of a `fetch`.
#[derive(Clone, Debug)]
pub(crate) struct Fetch {
    pub(crate) path: &'static str,
    pub(crate) method: &'static str,
    pub(crate) header: Option<(&'static str, &'static str)>,
    pub(crate) credentials: bool,
}

/// The headers that a script asks for.
pub(crate) const READ: [&str; 8] = [
    "allow",
    "cache-control",
    "content-length",
    "content-type",
    "set-cookie",
    "www-authenticate",
    "x-hidden",
    "x-total-count",
];

/// Sends requests and collects what it may read.
const SCRIPT: &str = "
    const read = async ({ path, method, header, credentials }) => {
        const headers = header ? [header] : [];
        try {
            const response = await fetch(given.server + path, { method, headers, credentials });
            return {
                status: response.status,
                body: await response.text(),
                headers: given.read.map((name) => response.headers.get(name)),
            };
        } catch (error) {
            return error.name;
        }
    };
    return Promise.all(given.fetches.map(read));
";

impl Fetch {
    fn arguments(&self) -> Value {
        json!({
            "path": self.path,
            "method": self.method,
            "header": self.header,
            "credentials": if self.credentials { "include" } else { "omit" },
        })
    }
}

/// [Normalizes a method](https://fetch.spec.whatwg.org/#concept-method-normalize). `PATCH` is not in the list.
fn normalized(method: &str) -> &str {
    ["DELETE", "GET", "HEAD", "OPTIONS", "POST", "PUT"]
        .into_iter()
        .find(|known| known.eq_ignore_ascii_case(method))
        .unwrap_or(method)
}

/// [CORS-safelisted methods](https://fetch.spec.whatwg.org/#cors-safelisted-method).
fn is_simple_method(method: &str) -> bool {
    ["GET", "HEAD", "POST"].contains(&method)
}

/// [CORS-safelisted request-headers](https://fetch.spec.whatwg.org/#cors-safelisted-request-header).
fn is_simple_header((name, value): (&str, &str)) -> bool {
    let types = [
        "application/x-www-form-urlencoded",
        "multipart/form-data",
        "text/plain",
    ];
    match name {
        "accept" | "accept-language" | "content-language" => true,
        "content-type" => types.contains(&value.split(';').next().unwrap_or_default()),
        _ => false,
    }
}

/// [CORS-safelisted response-header names](https://fetch.spec.whatwg.org/#cors-safelisted-response-header-name).
const EXPOSED: [&str; 7] = [
    "cache-control",
    "content-language",
    "content-length",
    "content-type",
    "expires",
    "last-modified",
    "pragma",
];

impl<'a> Server<'a> {
    pub(crate) fn new(address: SocketAddr, policy: &'a Policy, middleware: Middleware) -> Self {
        Self {
            // Not the address: the server and the pages are of one site.
            origin: format!("http://localhost:{}", address.port()),
            policy,
            middleware,
        }
    }

    pub(crate) fn is_own(&self, page: &Page) -> bool {
        page.origin == self.origin
    }

    /// Returns whether a page of this origin passes the [CORS check](https://fetch.spec.whatwg.org/#cors-check).
    pub(crate) fn allows(&self, origin: &str, credentials: bool) -> bool {
        has(self.policy.origins, origin) && (!credentials || self.policy.credentials)
    }

    /// Returns whether the [preflight](https://fetch.spec.whatwg.org/#cors-preflight-fetch) of a request succeeds, if it
    /// has one.
    fn passes_preflight(&self, method: &str, header: Option<(&str, &str)>) -> bool {
        let unsafe_header = header.filter(|&header| !is_simple_header(header));
        if is_simple_method(method) && unsafe_header.is_none() {
            return true;
        }
        // The standard lets a simple method pass that the response does not list. A `Cors` refuses the preflight
        // as Starlette does, by a 400.
        let needs_listing = self.middleware == Middleware::Cors || !is_simple_method(method);
        let allows_method = !needs_listing || self.policy.methods().contains(&method);
        allows_method && unsafe_header.is_none_or(|(name, _)| has(self.policy.headers, name))
    }

    /// Returns what the script gets: the parts of a response, or the name of the error.
    fn expected(&self, page: &Page, fetch: &Fetch) -> Value {
        let method = normalized(fetch.method);
        let is_same_origin = self.is_own(page);
        let may_read = is_same_origin
            || self.allows(&page.origin, fetch.credentials)
                && self.passes_preflight(method, fetch.header);
        if !may_read {
            return json!("TypeError");
        }
        let answer = answer(fetch.path, method, fetch.header == Some(TOKEN));
        let headers = READ.map(|name| {
            let (_, value) = answer.headers.iter().find(|(other, _)| *other == name)?;
            let is_exposed =
                is_same_origin || EXPOSED.contains(&name) || has(self.policy.exposed, name);
            is_exposed.then_some(value)
        });
        json!({"status": answer.status, "body": answer.body, "headers": headers})
    }

    /// Sends all requests from the page that is open, and returns the differences from the standard.
    pub(crate) async fn differences(
        &self,
        browser: &Browser,
        page: &Page,
        fetches: &[Fetch],
    ) -> Vec<String> {
        let arguments: Vec<_> = fetches.iter().map(Fetch::arguments).collect();
        let given = json!({"server": self.origin, "read": READ, "fetches": arguments});
        let results = browser.run(SCRIPT, given).await;
        let results = results.as_array().unwrap_or_else(|| panic!("{results}"));
        assert_eq!(results.len(), fetches.len());
        let pairs = fetches.iter().zip(results);
        let differences = pairs.filter_map(|(fetch, found)| {
            let expected = self.expected(page, fetch);
            (expected != *found).then(|| {
                format!("{self:?}\n{page:?}\n{fetch:?}\nexpected {expected}\nfound    {found}")
            })
        });
        differences.collect()
    }
}
