//! Generates the same application with `app!` and in plain axum.
//!
//! Each scope has ten routes, whose handlers take up to two extractors. The application's list has a
//! CORS layer and middleware of four kinds in turn: they set a header, reject some requests, extract
//! state, or provide a value. Each scope has a middleware that authenticates, and every other scope one
//! more that checks a role. In plain axum, each scope is a router with a `ServiceBuilder`, nested in a
//! router with another `ServiceBuilder`.

use std::{fmt::Write, fs, path::Path};

use anyhow::Result;
use serde::{Deserialize, Serialize};

/// The style of an application.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub(super) enum Style {
    Axum,
    Concentric,
}

/// The size of an application.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Size {
    pub(super) routes: usize,
    /// The number for a route of every other scope. The other routes have one fewer.
    pub(super) middleware: usize,
}

const ROUTES_OF_A_SCOPE: usize = 10;
/// The layer for CORS, `authenticate` and `require_role`.
const OTHERS: usize = 3;

macro_rules! template {
    ($path:literal) => {
        include_str!(concat!("../../compile/", $path))
    };
}

/// The kinds of middleware in the application's list: the name, and the source in both styles.
const KINDS: [(&str, &str, &str); 4] = [
    (
        "mark",
        template!("axum/marks.rs"),
        template!("concentric/marks.rs"),
    ),
    (
        "check",
        template!("axum/checks.rs"),
        template!("concentric/checks.rs"),
    ),
    (
        "setting",
        template!("axum/settings.rs"),
        template!("concentric/settings.rs"),
    ),
    (
        "tag",
        template!("axum/provides.rs"),
        template!("concentric/provides.rs"),
    ),
];

impl Style {
    fn pick<T>(self, axum: T, concentric: T) -> T {
        match self {
            Self::Axum => axum,
            Self::Concentric => concentric,
        }
    }
}

impl Size {
    /// Returns the name of the package.
    pub(super) fn name(self, style: Style) -> String {
        let style = style.pick("axum", "concentric");
        format!("{style}-{}-{}", self.routes, self.middleware)
    }

    /// Writes the sources of the application.
    pub(super) fn write(self, style: Style, directory: &Path) -> Result<()> {
        let file = |name: &str, text: &str| fs::write(directory.join(name), text);
        file("main.rs", &self.main(style)?)?;
        file("model.rs", template!("shared/model.rs"))?;
        let error = style.pick(template!("axum/error.rs"), template!("concentric/error.rs"));
        file("error.rs", error)?;
        file("middleware.rs", &self.middleware(style))?;
        for scope in 0..self.scopes() {
            Self::write_scope(style, scope, 0, directory)?;
        }
        Ok(())
    }

    /// Writes the handlers of a scope. `edit` is a number in the body of one of them.
    pub(super) fn write_scope(
        style: Style,
        scope: usize,
        edit: usize,
        directory: &Path,
    ) -> Result<()> {
        let imports = style.pick(
            "use axum::{Extension, Router, middleware::from_fn_with_state, routing::get};\n\
             use tower::ServiceBuilder;",
            "use concentric::Provided;",
        );
        let user = style.pick(
            "Extension(user): Extension<CurrentUser>",
            "user: Provided<CurrentUser>",
        );
        let mut text = template!("shared/scope.rs")
            .replace("$IMPORTS", imports)
            .replace("$USER", user)
            .replace("$SCOPE", &scope.to_string())
            .replace("$EDIT", &edit.to_string());
        if style == Style::Axum {
            let mut layers = "ServiceBuilder::new()\
                \n            .layer(from_fn_with_state(state.clone(), crate::middleware::authenticate))"
                .to_owned();
            if has_role(scope) {
                layers += "\n            .layer(from_fn_with_state(crate::model::Role::Editor, \
                           crate::middleware::require_role))";
            }
            text += &template!("axum/routes.rs").replace("$LAYERS", &layers);
        }
        Ok(fs::write(
            directory.join(format!("scope_{scope}.rs")),
            text,
        )?)
    }

    /// Returns the input of `app!`.
    pub(super) fn app(self) -> Result<String> {
        let mut text =
            "pub fn app(state: AppState) -> axum::Router\n    with [\n        cors(),\n".to_owned();
        for (at, (name, ..)) in self.list() {
            writeln!(text, "        {name}_{at},")?;
        }
        text += "    ] {\n";
        for scope in 0..self.scopes() {
            let role = if has_role(scope) {
                ", require_role(Role::Editor)"
            } else {
                ""
            };
            writeln!(
                text,
                "        scope \"/scope-{scope}\" with [authenticate{role}] {{"
            )?;
            text += &template!("concentric/routes.rs").replace("$N", &scope.to_string());
            text += "        }\n";
        }
        text += "        fallback => not_found,\n    }\n";
        Ok(text)
    }

    fn scopes(self) -> usize {
        self.routes / ROUTES_OF_A_SCOPE
    }

    /// Returns the middleware of the application's list, without the CORS layer.
    fn list(
        self,
    ) -> impl Iterator<Item = (usize, &'static (&'static str, &'static str, &'static str))> {
        KINDS
            .iter()
            .cycle()
            .take(self.middleware - OTHERS)
            .enumerate()
    }

    fn middleware(self, style: Style) -> String {
        let mut text = style
            .pick(
                template!("axum/middleware.rs"),
                template!("concentric/middleware.rs"),
            )
            .to_owned();
        for (at, (_, axum, concentric)) in self.list() {
            text += &style.pick(axum, concentric).replace("$N", &at.to_string());
        }
        text
    }

    fn main(self, style: Style) -> Result<String> {
        let mut text = "mod error;\nmod middleware;\nmod model;\n".to_owned();
        for scope in 0..self.scopes() {
            writeln!(text, "mod scope_{scope};")?;
        }
        text += "\nuse crate::{error::ApiError, middleware::*, model::*};\n\n";
        text += &match style {
            Style::Axum => self.router()?,
            Style::Concentric => format!("concentric::app! {{\n{}}}\n", self.app()?),
        };
        text += "\n";
        text += template!("shared/main.rs");
        Ok(text)
    }

    /// Returns the source of the router in plain axum.
    fn router(self) -> Result<String> {
        let mut text =
            "            pub fn app(state: AppState) -> axum::Router {\n    axum::Router::new()\n"
                .to_owned();
        for scope in 0..self.scopes() {
            writeln!(
                text,
                "        .nest(\"/scope-{scope}\", scope_{scope}::routes(&state))"
            )?;
        }
        text += "        .fallback(not_found)\n        .layer(\n            \
                 tower::ServiceBuilder::new()\n                .layer(cors())\n";
        for (at, (name, ..)) in self.list() {
            let layer = match *name {
                "setting" => {
                    format!("axum::middleware::from_fn_with_state(state.clone(), {name}_{at})")
                }
                _ => format!("axum::middleware::from_fn({name}_{at})"),
            };
            writeln!(text, "                .layer({layer})")?;
        }
        text += "        )\n        .with_state(state)\n}\n";
        Ok(text)
    }
}

fn has_role(scope: usize) -> bool {
    scope.is_multiple_of(2)
}
