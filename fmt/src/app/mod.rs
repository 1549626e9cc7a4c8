//! The grammar of `app!`, which is the parser of the macro itself.

#![allow(
    dead_code,
    reason = "the macro also reads what a formatter does not need"
)]

#[path = "../../macros/app/ast.rs"]
mod ast;
#[path = "../../macros/app/entry_name.rs"]
mod entry_name;
pub(crate) mod outline;
#[path = "../../macros/app/parse/mod.rs"]
mod parse;
#[path = "../../macros/app/providing_layer.rs"]
mod providing_layer;
#[path = "../../macros/app/route_path.rs"]
mod route_path;
