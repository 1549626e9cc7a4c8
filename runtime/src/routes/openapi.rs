//! `OpenApiDifferences`: the routes of a table compared with the operations of an OpenAPI document.

use std::fmt;

use serde::Serialize;

use super::{
    openapi_document::{Operation, operations},
    row::{RouteInfo, RouteKind},
    select::Selection,
    table::RouteTable,
};

/// The method of a difference that is about a route for any method.
const ANY: &str = "ANY";

/// What differs between the routes and an OpenAPI document, to compare in a test.
///
/// [`RouteTable::openapi_differences`] returns it. A difference compares with its text, without the place
/// of the route:
///
/// - `"GET /orders/{id} is not in the document"`,
/// - `"GET /orders/{id} is in the document as /orders/{order}"`, if only the name of a parameter or a slash
///   at the end differs,
/// - `"POST /order is in the document, but is not a route"`,
/// - `"GET /orders/{id} is in the document without the path parameter id"`,
/// - `"GET /orders is in the document with a path parameter page, which its path lacks"`.
///
/// A failed assertion prints one difference in each line, with the file and the line of the route.
#[derive(Clone)]
#[must_use = "compare it with the differences that you expect"]
pub struct OpenApiDifferences {
    differences: Vec<Difference>,
}

/// A difference, and the place of the route that it is about.
#[derive(Clone)]
struct Difference {
    text: String,
    place: Option<String>,
}

impl RouteTable {
    /// Compares the routes with an OpenAPI document: every route is documented, and every operation is a
    /// route.
    ///
    /// ```
    /// # use axum::Router;
    /// # use concentric::app;
    /// # use serde_json::json;
    /// # async fn list() {}
    /// # async fn show() {}
    /// # async fn health() {}
    /// app! {
    ///     fn shop() -> Router {
    ///         GET "/orders" => list,
    ///         GET "/orders/{id}" => show,
    ///         GET "/health" => health,
    ///     }
    /// }
    ///
    /// // Usually a type of another crate, such as the `OpenApi` of utoipa.
    /// let document = json!({
    ///     "openapi": "3.1.0",
    ///     "info": { "title": "Shop", "version": "1" },
    ///     "paths": {
    ///         "/orders": { "get": { "responses": {} } },
    ///         "/orders/{id}": {
    ///             "parameters": [{ "name": "id", "in": "path", "required": true }],
    ///             "get": { "responses": {} },
    ///         },
    ///     },
    /// });
    /// assert_eq!(
    ///     shop::ROUTES.openapi_differences(&document),
    ///     ["GET /health is not in the document"]
    /// );
    /// assert_eq!(shop::ROUTES.under("/orders").openapi_differences(&document), []);
    /// ```
    ///
    /// The document is any value that serializes to an OpenAPI document of version 3. A value without `paths`
    /// is a difference. Paths, methods and the names of path parameters are compared, and nothing else of an operation:
    ///
    /// - A route for `ANY` needs one operation and can have more. A route for `HEAD` needs none if `GET` has
    ///   one. OpenAPI has no `CONNECT`.
    /// - A path is compared as it is written, or else after the path of one of the document's `servers`.
    /// - `/files/{*rest}` is documented as `/files/{rest}`, and the text `{{x}}` as `%7Bx%7D`.
    /// - What answers under a mount or in a merged router is not known here. An operation that only they can
    ///   answer is not compared.
    pub fn openapi_differences(&self, document: &impl Serialize) -> OpenApiDifferences {
        self.routes().openapi_differences(document)
    }
}

impl Selection<'_> {
    /// Compares these routes with an OpenAPI document. An operation can also be a route of the table that is
    /// not selected. See [`RouteTable::openapi_differences`].
    pub fn openapi_differences(&self, document: &impl Serialize) -> OpenApiDifferences {
        let differences = match operations(document) {
            Ok(operations) => differences(self, operations),
            Err(text) => vec![Difference { text, place: None }],
        };
        OpenApiDifferences { differences }
    }
}

/// Returns what is missing in the document, and then the operations without a route.
fn differences(selection: &Selection<'_>, mut operations: Vec<Operation>) -> Vec<Difference> {
    let table = selection.table;
    let routes: Vec<_> = table.iter().filter(|row| is_route(row)).collect();
    for operation in &mut operations {
        operation.choose_path(&routes);
    }
    let is_answered = |operation: &Operation| {
        let mut routes = routes.iter();
        routes.any(|row| operation.is_at(row.path()) && answers(row, &operation.method))
    };
    let (documented, mut extra): (Vec<_>, Vec<_>) = operations.into_iter().partition(is_answered);

    let mut differences = Vec::new();
    for row in selection.iter().filter(|row| is_route(row)) {
        for method in documented_methods(row, &routes) {
            let is_method = |operation: &Operation| method == ANY || operation.method == method;
            let mut documented = documented.iter();
            if documented.any(|operation| is_method(operation) && operation.is_at(row.path())) {
                continue;
            }
            let (similar, other) = extra
                .into_iter()
                .partition(|operation| is_method(operation) && operation.resembles(row.path()));
            extra = other;
            differences.push(missing(row, method, &similar));
        }
    }
    let extra = extra
        .iter()
        .filter(|operation| !is_unknown(operation, table));
    differences.extend(extra.map(|operation| documented_as(operation, ", but is not a route")));
    for operation in &documented {
        let ways = operation.mistaken_parameters();
        differences.extend(ways.iter().map(|way| documented_as(operation, way)));
    }
    differences
}

fn is_route(row: &RouteInfo) -> bool {
    row.kind() == RouteKind::Route
}

/// Returns whether a route answers a method. A route for `GET` also answers `HEAD`.
fn answers(row: &RouteInfo, method: &str) -> bool {
    let methods = row.methods();
    methods.is_empty()
        || methods.contains(&method)
        || (method == "HEAD" && methods.contains(&"GET"))
}

/// Returns the methods of a route that need an operation.
fn documented_methods(row: &RouteInfo, routes: &[&RouteInfo]) -> Vec<&'static str> {
    if row.methods().is_empty() {
        return vec![ANY];
    }
    let mut same_path = routes.iter().filter(|other| other.path() == row.path());
    let has_get = same_path.any(|other| other.methods().contains(&"GET"));
    let is_documented = |method: &&str| match *method {
        "CONNECT" => false,
        "HEAD" => !has_get,
        _ => true,
    };
    row.methods()
        .iter()
        .copied()
        .filter(is_documented)
        .collect()
}

/// Returns whether a mount or a merged router may answer an operation.
fn is_unknown(operation: &Operation, table: &RouteTable) -> bool {
    operation.paths().any(|path| {
        let explanation = table.explain(&operation.method, path);
        explanation.route().kind() == RouteKind::Mount || !explanation.unless().is_empty()
    })
}

/// Returns the difference of a route without an operation. Similar operations have nearly its path.
fn missing(row: &RouteInfo, method: &str, similar: &[Operation]) -> Difference {
    let mut written: Vec<_> = similar
        .iter()
        .map(|operation| &*operation.written)
        .collect();
    written.dedup();
    let path = row.path();
    let text = if written.is_empty() {
        format!("{method} {path} is not in the document")
    } else {
        let written = written.join(" and ");
        format!("{method} {path} is in the document as {written}")
    };
    let place = Some(format!("{}:{}", row.file(), row.line()));
    Difference { text, place }
}

/// Returns the difference of an operation that is in the document in this way.
fn documented_as(operation: &Operation, way: &str) -> Difference {
    let Operation {
        method, written, ..
    } = operation;
    Difference {
        text: format!("{method} {written} is in the document{way}"),
        place: None,
    }
}

impl<const N: usize> PartialEq<[&str; N]> for OpenApiDifferences {
    fn eq(&self, texts: &[&str; N]) -> bool {
        let own = self.differences.iter().map(|difference| &*difference.text);
        own.eq(texts.iter().copied())
    }
}

/// Prints one difference in each line.
impl fmt::Display for OpenApiDifferences {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for Difference { text, place } in &self.differences {
            match place {
                Some(place) => writeln!(f, "{text} ({place})")?,
                None => writeln!(f, "{text}")?,
            }
        }
        Ok(())
    }
}

/// Prints the differences as they are compared, for a failed assertion. The places are comments.
impl fmt::Debug for OpenApiDifferences {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.differences.is_empty() {
            return f.write_str("[]");
        }
        f.write_str("[\n")?;
        for Difference { text, place } in &self.differences {
            match place {
                Some(place) => writeln!(f, "    {text:?}, // {place}")?,
                None => writeln!(f, "    {text:?},")?,
            }
        }
        f.write_str("]")
    }
}
