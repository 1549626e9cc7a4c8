//! `Operation`: an operation of an OpenAPI document, read from the document's JSON.

use serde::Serialize;
use serde_json::Value;

use super::row::RouteInfo;

/// The keys of a path item that are operations, up to version 3.2 of OpenAPI.
const METHODS: [&str; 9] = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace", "query",
];

/// An operation of an OpenAPI document.
pub(super) struct Operation {
    /// The method in upper case.
    pub(super) method: String,
    /// The path as the document has it.
    pub(super) written: String,
    /// The paths that it may mean, as [`template`] writes them: alone, and after the path of each server.
    templates: Vec<String>,
}

impl Operation {
    /// Keeps the first of its paths that a route has. Without one, keeps all of them.
    pub(super) fn choose_path(&mut self, routes: &[&RouteInfo]) {
        let is_route = |path: &&String| routes.iter().any(|row| template(row.path()) == **path);
        if let Some(path) = self.templates.iter().find(is_route) {
            self.templates = vec![path.clone()];
        }
    }

    /// Returns the paths that it may mean.
    pub(super) fn paths(&self) -> impl Iterator<Item = &str> {
        self.templates.iter().map(String::as_str)
    }

    /// Returns whether it has the path of a route.
    pub(super) fn is_at(&self, path: &str) -> bool {
        self.templates.contains(&template(path))
    }

    /// Returns whether at most names of parameters and a slash at the end differ from the path of a route.
    pub(super) fn resembles(&self, path: &str) -> bool {
        let shape_of_route = shape(&template(path));
        self.paths().any(|path| shape(path) == shape_of_route)
    }
}

/// Returns the operations of a document.
///
/// # Errors
///
/// Returns why the value is not a document.
pub(super) fn operations(document: &impl Serialize) -> Result<Vec<Operation>, String> {
    let document = serde_json::to_value(document)
        .map_err(|error| format!("the document cannot become JSON: {error}"))?;
    let paths = document.get("paths").and_then(Value::as_object);
    let paths = paths.ok_or("the document is not OpenAPI: it has no object `paths`")?;
    let servers = server_paths(&document);
    let operations = paths.iter().flat_map(|(path, item)| {
        let methods = METHODS.iter().filter(|method| item.get(method).is_some());
        methods.map(|method| Operation {
            method: method.to_uppercase(),
            written: path.clone(),
            templates: templates(path, &servers),
        })
    });
    Ok(operations.collect())
}

/// Returns the paths of the servers' URLs, without those that have none.
fn server_paths(document: &Value) -> Vec<&str> {
    let servers = document.get("servers").and_then(Value::as_array);
    let urls = servers.into_iter().flatten();
    let urls = urls.filter_map(|server| server.get("url")?.as_str());
    let paths = urls.map(|url| match url.split_once("//") {
        Some((_, rest)) => rest.find('/').map_or("", |slash| &rest[slash..]),
        None => url,
    });
    let paths = paths.map(|path| path.trim_end_matches('/'));
    paths.filter(|path| path.starts_with('/')).collect()
}

fn templates(path: &str, servers: &[&str]) -> Vec<String> {
    let prefixes = [""].iter().chain(servers);
    prefixes
        .map(|prefix| template(&format!("{prefix}{path}")))
        .collect()
}

/// Returns a path of axum or OpenAPI as OpenAPI writes it, which has neither a catch-all nor escaped braces.
fn template(path: &str) -> String {
    path.replace("{{", "%7B")
        .replace("}}", "%7D")
        .replace("%7b", "%7B")
        .replace("%7d", "%7D")
        .replace("{*", "{")
}

/// Returns a template without the names of its parameters and the slashes at its end.
fn shape(template: &str) -> String {
    let mut is_name = false;
    let is_kept = |c: &char| {
        is_name &= *c != '}';
        let is_kept = !is_name;
        is_name |= *c == '{';
        is_kept
    };
    let path = template.trim_end_matches('/');
    path.chars().filter(is_kept).collect()
}
