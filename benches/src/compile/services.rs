//! Route tables of real services, with stub handlers and no middleware.
//!
//! `compile/services/` has a file for each service, with a method and a path in each line. Parameters are numbered. A few
//! paths are left out, since axum has no parameter that is a part of a segment.

use std::{fmt::Write, fs, path::Path};

use anyhow::{Context, Result, ensure};
use serde::{Deserialize, Serialize};

use super::{
    apps::{Step, Workspace},
    cost::Cost,
};
use crate::places::source;

/// What is compiled for each service.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub(super) enum Form {
    /// The handlers alone.
    Handlers,
    /// `Router::route` for each path.
    Axum,
    /// A flat `app!`.
    Concentric,
}

pub(super) const FORMS: [Form; 3] = [Form::Handlers, Form::Axum, Form::Concentric];

/// A service, and what each [form](FORMS) costs.
#[derive(Serialize, Deserialize)]
pub(super) struct Service {
    pub(super) name: String,
    pub(super) routes: usize,
    pub(super) check: [Cost; 3],
    /// `cargo check` again, after an edit in the body of a handler.
    pub(super) edit: [Cost; 3],
    /// The instructions of both.
    pub(super) instructions: [[f64; 3]; 2],
}

/// The routes of a service: methods and paths.
struct Table {
    name: String,
    routes: Vec<(String, String)>,
}

/// Measures all services.
pub(super) fn measure(workspace: &Workspace) -> Result<Vec<Service>> {
    tables()?
        .iter()
        .map(|table| table.measure(workspace))
        .collect()
}

fn tables() -> Result<Vec<Table>> {
    let mut tables = Vec::new();
    for file in fs::read_dir(source("compile/services"))? {
        tables.push(Table::read(&file?.path())?);
    }
    tables.sort_by_key(|table| std::cmp::Reverse(table.routes.len()));
    ensure!(!tables.is_empty(), "no services");
    Ok(tables)
}

impl Table {
    fn read(path: &Path) -> Result<Self> {
        let name = path.file_stem().context("a file without a name")?;
        let text = fs::read_to_string(path)?;
        let route = |line: &str| {
            let (method, path) = line
                .split_once(' ')
                .context("expected a method and a path")?;
            Ok((method.to_owned(), path.to_owned()))
        };
        Ok(Self {
            name: name.to_string_lossy().into_owned(),
            routes: text.lines().map(route).collect::<Result<_>>()?,
        })
    }

    fn measure(&self, workspace: &Workspace) -> Result<Service> {
        let names = FORMS.map(|form| format!("{}-{form:?}", self.name).to_lowercase());
        for (form, name) in FORMS.iter().zip(&names) {
            workspace.package(name, *form == Form::Concentric)?;
            let sources = workspace.sources(name);
            fs::write(sources.join("main.rs"), self.main(*form)?)?;
            self.write_handlers(0, &sources)?;
        }
        let edit = |name: &str, edit| self.write_handlers(edit, &workspace.sources(name));
        let time = |step| -> Result<[Cost; 3]> {
            let costs = workspace.time(&names, step, 2, edit)?;
            let costs: Option<Vec<_>> = costs.into_iter().collect();
            let costs = costs.context("a check takes too long")?;
            costs.try_into().ok().context("three forms")
        };
        Ok(Service {
            name: self.name.clone(),
            routes: self.routes.len(),
            check: time(Step::Check)?,
            edit: time(Step::Edit)?,
            instructions: workspace.count(&names, edit)?,
        })
    }

    /// Writes the handlers. `edit` is a number in the body of the first.
    fn write_handlers(&self, edit: usize, directory: &Path) -> Result<()> {
        let mut text = "use axum::{Json, extract::{Path, State}};\n\
             use crate::model::{AppState, Item};\n"
            .to_owned();
        for (at, (method, path)) in self.routes.iter().enumerate() {
            let parameters = path.matches('{').count();
            let mut arguments = Vec::new();
            if at % 3 == 0 {
                arguments.push("State(state): State<AppState>".to_owned());
            }
            match parameters {
                0 => {}
                1 => arguments.push("Path(id): Path<String>".to_owned()),
                _ => arguments.push(format!(
                    "Path(ids): Path<({})>",
                    "String, ".repeat(parameters)
                )),
            }
            let state = if at % 3 == 0 {
                "state.name()"
            } else {
                "\"item\""
            };
            let id = match parameters {
                0 => "0",
                1 => "id.len()",
                _ => "ids.0.len()",
            };
            let id = if at == 0 {
                format!("{edit} + {id}")
            } else {
                id.to_owned()
            };
            let body = if matches!(method.as_str(), "POST" | "PUT" | "PATCH") {
                arguments.push("Json(item): Json<Item>".to_owned());
                format!("Json(Item {{ id: item.id + {id}, name: {state}.to_owned() }})")
            } else {
                format!("Json(Item {{ id: {id}, name: {state}.to_owned() }})")
            };
            writeln!(
                text,
                "\npub async fn handler_{at}({}) -> Json<Item> {{\n    {body}\n}}",
                arguments.join(", "),
            )?;
        }
        fs::write(directory.join("model.rs"), MODEL)?;
        Ok(fs::write(directory.join("handlers.rs"), text)?)
    }

    fn main(&self, form: Form) -> Result<String> {
        let mut text = "#![allow(dead_code)]\n\nmod handlers;\nmod model;\n\n".to_owned();
        match form {
            Form::Handlers => text += "fn main() {}\n",
            Form::Axum => {
                text +=
                    "fn app(state: model::AppState) -> axum::Router {\n    axum::Router::new()\n";
                let mut routes = self.routes.iter().enumerate().peekable();
                while let Some((at, (method, path))) = routes.next() {
                    let method = method.to_lowercase();
                    write!(
                        text,
                        "        .route({path:?}, axum::routing::{method}(handlers::handler_{at})"
                    )?;
                    while let Some((at, (method, _))) =
                        routes.next_if(|(_, (_, next))| next == path)
                    {
                        let method = method.to_lowercase();
                        write!(text, ".{method}(handlers::handler_{at})")?;
                    }
                    text += ")\n";
                }
                text += "        .with_state(state)\n}\n";
            }
            Form::Concentric => {
                text +=
                    "concentric::app! {\n    fn app(state: model::AppState) -> axum::Router {\n";
                for (at, (method, path)) in self.routes.iter().enumerate() {
                    writeln!(text, "        {method} {path:?} => handlers::handler_{at},")?;
                }
                text += "    }\n}\n";
            }
        }
        if form != Form::Handlers {
            text += "\nfn main() {\n    let _ = app(model::AppState);\n}\n";
        }
        Ok(text)
    }
}

const MODEL: &str = r#"use serde::{Deserialize, Serialize};

#[derive(Clone)]
pub struct AppState;

impl AppState {
    pub fn name(&self) -> &'static str {
        "state"
    }
}

#[derive(Deserialize, Serialize)]
pub struct Item {
    pub id: usize,
    pub name: String,
}
"#;
