//! The options of a `Cors`.

use std::time::Duration;

use axum::extract::Request;
use http::{HeaderValue, Method};

use super::{
    Cors,
    names::{Names, joined},
};

impl Cors {
    /// Creates a `Cors` that allows no origin until [`origin_if`](Self::origin_if) does.
    pub fn new() -> Self {
        Self::default()
    }

    /// Creates a `Cors` that allows these origins.
    ///
    /// An origin is a scheme, a host, and a port unless it is the scheme's own: `https://example.com`,
    /// `http://localhost:8080`. A `*` in it stands for one or more letters, digits, `-`, `_` and `.`, and the pattern must
    /// match the whole origin: `https://*.example.com` matches `https://a.b.example.com`. A `"*"` alone allows
    /// [any origin](Self::any_origin).
    ///
    /// # Panics
    ///
    /// Panics if an origin is in a form that browsers do not send, such as `https://example.com/`, `example.com` or
    /// `https://example.com:443`. The message says what to write.
    ///
    /// # Examples
    ///
    /// ```
    /// # use concentric::Cors;
    /// let cors = Cors::origins(["https://example.com", "https://*.example.com"]);
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
        self.origins.allow_if(allows);
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
        self.methods = Names::methods(methods);
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
        self.methods = Names::any_method();
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
        self.headers = Names::headers(names);
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
        let names: Vec<_> = names.into_iter().collect();
        self.exposed = (!names.is_empty()).then(|| joined(&names));
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
