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
    /// The names of its path parameters.
    parameters: Vec<String>,
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

    /// Returns how its path parameters differ from those in its path.
    pub(super) fn mistaken_parameters(&self) -> Vec<String> {
        let path = template(&self.written);
        let names = path.split('{').filter_map(|text| text.split_once('}'));
        let names: Vec<_> = names.map(|(name, _)| name).collect();
        let documented: Vec<_> = self.parameters.iter().map(String::as_str).collect();
        let lacking = names.iter().filter(|name| !documented.contains(name));
        let lacking = lacking.map(|name| format!(" without the path parameter {name}"));
        let extra = documented.iter().filter(|name| !names.contains(name));
        let extra =
            extra.map(|name| format!(" with a path parameter {name}, which its path lacks"));
        lacking.chain(extra).collect()
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
        let of_path = path_parameters(&document, item);
        let templates = templates(path, &servers);
        let methods = METHODS
            .iter()
            .filter_map(|method| Some((method, item.get(method)?)));
        let operations = methods.map(|(method, operation)| Operation {
            method: method.to_uppercase(),
            written: path.clone(),
            templates: templates.clone(),
            parameters: [&*of_path, &path_parameters(&document, operation)].concat(),
        });
        operations.collect::<Vec<_>>()
    });
    Ok(operations.collect())
}

/// Returns the names of the path parameters of a path item or an operation.
fn path_parameters(document: &Value, place: &Value) -> Vec<String> {
    let parameters = place.get("parameters").and_then(Value::as_array);
    let parameters = parameters.into_iter().flatten().map(|parameter| {
        let reference = parameter.get("$ref").and_then(Value::as_str);
        let pointer = reference.and_then(|reference| reference.strip_prefix('#'));
        pointer.map_or(Some(parameter), |pointer| document.pointer(pointer))
    });
    let parameters = parameters
        .flatten()
        .filter(|parameter| parameter["in"] == "path");
    let names = parameters.filter_map(|parameter| parameter["name"].as_str());
    names.map(str::to_owned).collect()
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
