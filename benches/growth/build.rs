//! Generates the applications: the same routes in four forms, each without and with middleware.
//!
//! All routes share one handler, so that 5,000 of them can be compiled. Every second route has a parameter.

use std::{
    env,
    fmt::Write,
    fs, io,
    ops::Range,
    path::{Path, PathBuf},
};

#[path = "src/sizes.rs"]
mod sizes;
use sizes::{MIDDLEWARE, ROUTES_OF_A_PART, SIZES};

/// Returns the source of an application with this number of routes and of middleware.
type Form = fn(usize, usize) -> String;

/// The functions that write an application of some size and middleware into a module.
const FORMS: [(&str, Form); 4] = [
    ("axum", axum),
    ("nest", nest),
    ("flat", flat),
    ("parts", parts),
];

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=src/sizes.rs");
    let directory = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    let mut modules = String::new();
    let mut apps = String::new();
    for size in SIZES {
        for middleware in MIDDLEWARE {
            for (form, write) in FORMS {
                let name = format!("{form}_{middleware}_{size}");
                let text = write(size, middleware);
                module(&directory, &name, &text, &mut modules)?;
                apps += &format!(
                    "App {{ form: \"{form}\", middleware: {middleware}, routes: {size}, make: {name}::app }},\n"
                );
            }
        }
    }
    let list = format!("{modules}\npub const APPS: &[App] = &[\n{apps}];\n");
    fs::write(directory.join("apps.rs"), list)
}

/// Writes a module to a file of its own, and its declaration to `modules`.
fn module(directory: &Path, name: &str, text: &str, modules: &mut String) -> io::Result<()> {
    let file = directory.join(format!("{name}.rs"));
    fs::write(&file, text)?;
    *modules += &format!("#[path = {file:?}]\n#[allow(clippy::let_and_return)]\nmod {name};\n");
    Ok(())
}

/// Returns the prefix of a part.
fn prefix(part: usize) -> String {
    format!("/part-{part}")
}

/// Returns the path of a route inside its part.
fn inner_path(route: usize) -> String {
    let parameter = if route % 2 == 1 { "/{id}" } else { "" };
    format!("/item-{route}{parameter}")
}

/// Returns the whole path of a route.
fn path(route: usize) -> String {
    prefix(route / ROUTES_OF_A_PART) + &inner_path(route)
}

/// Returns the routes of each part.
fn split(size: usize) -> impl Iterator<Item = (usize, Range<usize>)> {
    let starts = (0..size).step_by(ROUTES_OF_A_PART).enumerate();
    starts.map(move |(part, start)| (part, start..size.min(start + ROUTES_OF_A_PART)))
}

fn axum(size: usize, middleware: usize) -> String {
    let mut functions = String::new();
    let mut text = "pub fn app() -> Router {\n    let router = Router::new();\n".to_owned();
    // LLVM takes minutes for 5,000 calls in one function.
    for (part, routes) in split(size) {
        functions += &format!("fn part_{part}(router: Router) -> Router {{\n");
        functions += &calls(routes, path);
        let _ = writeln!(text, "    let router = part_{part}(router);");
    }
    layers(&mut text, middleware);
    IMPORTS_OF_AXUM.to_owned() + &functions + &text
}

fn nest(size: usize, middleware: usize) -> String {
    let mut parts = String::new();
    let mut text = "pub fn app() -> Router {\n    let router = Router::new();\n".to_owned();
    for (part, routes) in split(size) {
        parts += &format!("fn part_{part}() -> Router {{\n    let router = Router::new();\n");
        parts += &calls(routes, inner_path);
        let _ = writeln!(
            text,
            "    let router = router.nest({:?}, part_{part}());",
            prefix(part)
        );
    }
    layers(&mut text, middleware);
    IMPORTS_OF_AXUM.to_owned() + &parts + &text
}

const IMPORTS_OF_AXUM: &str = "\
#[allow(unused_imports)]
use axum::{Router, middleware::from_fn, routing::get};
#[allow(unused_imports)]
use tower::ServiceBuilder;

#[allow(unused_imports)]
use crate::work::{hello, plain_pass};

";

/// Returns the calls that add routes to a router, and the end of the function around them.
fn calls(routes: Range<usize>, path: fn(usize) -> String) -> String {
    let mut text = String::new();
    for route in routes {
        let _ = writeln!(
            text,
            "    let router = router.route(\"{}\", get(hello));",
            path(route)
        );
    }
    text + "    router\n}\n\n"
}

/// Writes the end of a function that returns the router with its middleware.
fn layers(text: &mut String, middleware: usize) {
    *text += "    router";
    if middleware > 0 {
        let layers = ".layer(from_fn(plain_pass))".repeat(middleware);
        let _ = write!(text, ".layer(ServiceBuilder::new(){layers})");
    }
    *text += "\n}\n";
}

fn flat(size: usize, middleware: usize) -> String {
    let list = list(middleware);
    format!(
        "{IMPORTS}concentric::app! {{\n    pub fn app() -> Router{list} {{\n{}    }}\n}}\n",
        rows(0..size, path)
    )
}

fn parts(size: usize, middleware: usize) -> String {
    let mut text = format!("{IMPORTS}use concentric::Part;\n\n");
    let mut includes = String::new();
    for (part, routes) in split(size) {
        let rows = rows(routes, inner_path);
        let _ = write!(
            text,
            "concentric::app! {{\n    fn part_{part}() -> Part {{\n{rows}    }}\n}}\n\n"
        );
        let _ = writeln!(
            includes,
            "        scope {:?} {{ include part_{part}() }}",
            prefix(part)
        );
    }
    let list = list(middleware);
    text + &format!(
        "concentric::app! {{\n    pub fn app() -> Router{list} {{\n{includes}    }}\n}}\n"
    )
}

const IMPORTS: &str = "\
use axum::Router;

#[allow(unused_imports)]
use crate::work::{hello, pass};

";

/// Returns the rows of an `app!`.
fn rows(routes: Range<usize>, path: fn(usize) -> String) -> String {
    let rows = routes.map(|route| format!("        GET \"{}\" => hello,\n", path(route)));
    rows.collect()
}

/// Returns the list of an `app!`.
fn list(middleware: usize) -> String {
    match middleware {
        0 => String::new(),
        _ => format!(" with [{}]", vec!["pass"; middleware].join(", ")),
    }
}
