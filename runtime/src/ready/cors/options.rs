//! The options of a `Cors`.

use std::{sync::Arc, time::Duration};

use axum::extract::Request;
use http::{HeaderValue, Method};

use super::{
    Cors,
    list::{has, list},
    origins::{Origins, Predicate},
};

impl Default for Cors {
    fn default() -> Self {
        Self {
            origins: Origins::default(),
            credentials: false,
            methods: HeaderValue::from_static("GET"),
            headers: None,
            exposed: None,
            max_age: HeaderValue::from_static("600"),
        }
        .headers([""; 0])
    }
}

impl Cors {
    /// Creates a `Cors` that allows no origin until [`origin_if`](Self::origin_if) does.
    pub fn new() -> Self {
        Self::default()
    }

    /// Creates a `Cors` that allows these origins.
    ///
    /// An origin is a scheme, a host, and a port unless it is the scheme's own: `https://example.com`,
    /// `http://localhost:8080`. A `*` stands for the first labels of the host or for the port: `https://*.example.com` allows
    /// `https://a.b.example.com` and not `https://example.com`, and `http://localhost:*` allows any port but 80. A `"*"` alone
    /// allows [any origin](Self::any_origin). Without a host, a page has the origin `null`.
    ///
    /// # Panics
    ///
    /// Panics if an origin is in a form that browsers do not send, such as `https://example.com/`, `example.com` or
    /// `https://example.com:443`, and if a `*` is elsewhere. The message says what to write.
    ///
    /// # Examples
    ///
    /// ```
    /// # use concentric::Cors;
    /// let cors = Cors::origins(["https://example.com", "https://*.example.com", "http://localhost:*"]);
    /// ```
    #[track_caller]
    pub fn origins(origins: impl IntoIterator<Item: AsRef<str>>) -> Self {
        let mut cors = Self::new();
        for origin in origins {
            cors.origins.list(origin.as_ref());
        }
        cors
    }

    /// Creates a `Cors` that allows any origin, as `allow_origins=["*"]` does.
    ///
    /// The response has `*`, or the origin if the request has a cookie. With [credentials](Self::credentials), each response
    /// has the origin, since browsers do not accept a `*` then. So the pages of every origin can act on behalf of a user.
    ///
    /// # Examples
    ///
    /// ```
    /// # use concentric::Cors;
    /// let cors = Cors::any_origin().any_method().any_header();
    /// ```
    pub fn any_origin() -> Self {
        Self::origins(["*"])
    }

    /// Also allows the origins for which the function returns `true`. A second function replaces the first one.
    ///
    /// If the function panics, the response is a 500 without the headers of CORS.
    ///
    /// # Examples
    ///
    /// ```
    /// # use concentric::Cors;
    /// // A development server on any port, for public paths.
    /// let cors = Cors::new().origin_if(|origin, req| {
    ///     origin.as_bytes().starts_with(b"http://localhost:") && req.uri().path().starts_with("/public/")
    /// });
    /// ```
    pub fn origin_if(
        mut self,
        allows: impl Fn(&HeaderValue, &Request) -> bool + Send + Sync + 'static,
    ) -> Self {
        self.origins.predicate = Some(Predicate(Arc::new(allows)));
        self
    }

    /// Sets whether a page may send cookies and other credentials and read the response.
    ///
    /// # Examples
    ///
    /// ```
    /// # use concentric::Cors;
    /// let cors = Cors::origins(["https://example.com"]).credentials(true);
    /// ```
    pub fn credentials(mut self, are_allowed: bool) -> Self {
        self.credentials = are_allowed;
        self
    }

    /// Sets the allowed methods, in place of `GET`.
    ///
    /// # Examples
    ///
    /// ```
    /// # use axum::http::Method;
    /// # use concentric::Cors;
    /// let cors = Cors::origins(["https://example.com"]).methods([Method::GET, Method::POST]);
    /// ```
    pub fn methods(mut self, methods: impl IntoIterator<Item = Method>) -> Self {
        self.methods = list(methods);
        self
    }

    /// Allows `DELETE`, `GET`, `HEAD`, `OPTIONS`, `PATCH`, `POST` and `PUT`, as `allow_methods=["*"]` does.
    ///
    /// # Examples
    ///
    /// ```
    /// # use concentric::Cors;
    /// let cors = Cors::origins(["https://example.com"]).any_method();
    /// ```
    pub fn any_method(mut self) -> Self {
        // Browsers read a `*` as a name if credentials are allowed.
        self.methods = HeaderValue::from_static("DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT");
        self
    }

    /// Allows these request headers, and those that the Fetch standard always allows. A `"*"` allows
    /// [any header](Self::any_header).
    ///
    /// # Panics
    ///
    /// Panics if a name is not the name of a header.
    ///
    /// # Examples
    ///
    /// ```
    /// # use concentric::Cors;
    /// let cors = Cors::origins(["https://example.com"]).headers(["Authorization", "X-Request-Id"]);
    /// ```
    #[track_caller]
    pub fn headers(mut self, names: impl IntoIterator<Item: AsRef<str>>) -> Self {
        // The headers that a page may always set.
        let mut all: Vec<_> = [
            "Accept",
            "Accept-Language",
            "Content-Language",
            "Content-Type",
        ]
        .map(str::to_owned)
        .into();
        all.extend(names.into_iter().map(|name| name.as_ref().to_owned()));
        all.sort_by_cached_key(|name| name.to_ascii_lowercase());
        all.dedup_by(|one, other| one.eq_ignore_ascii_case(other));
        let all = list(all);
        self.headers = (!has(&all, b"*")).then_some(all);
        self
    }

    /// Allows the request headers that a preflight request asks for, as `allow_headers=["*"]` does.
    ///
    /// # Examples
    ///
    /// ```
    /// # use concentric::Cors;
    /// let cors = Cors::origins(["https://example.com"]).any_header();
    /// ```
    pub fn any_header(self) -> Self {
        self.headers(["*"])
    }

    /// Sets the response headers that a page may read, besides those that the Fetch standard always exposes.
    ///
    /// # Panics
    ///
    /// Panics if a name is not the name of a header.
    ///
    /// # Examples
    ///
    /// ```
    /// # use concentric::Cors;
    /// let cors = Cors::origins(["https://example.com"]).expose(["X-Total-Count"]);
    /// ```
    #[track_caller]
    pub fn expose(mut self, names: impl IntoIterator<Item: AsRef<str>>) -> Self {
        self.exposed = Some(list(names)).filter(|list| !list.is_empty());
        self
    }

    /// Sets how long a browser may reuse the response to a preflight request, in whole seconds.
    ///
    /// # Examples
    ///
    /// ```
    /// # use std::time::Duration;
    /// # use concentric::Cors;
    /// let cors = Cors::origins(["https://example.com"]).max_age(Duration::from_secs(3600));
    /// ```
    pub fn max_age(mut self, age: Duration) -> Self {
        self.max_age = HeaderValue::from(age.as_secs());
        self
    }
}
