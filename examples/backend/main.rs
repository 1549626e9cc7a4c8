//! The backend of a web application, with the routes of the full-stack template of FastAPI.
//!
//! `api` has the whole application.

mod api;
mod auth;
mod items;
mod login;
mod messages;
mod models;
mod openapi;
mod passwords;
mod private;
mod rules;
mod settings;
mod store;
mod users;
mod utils;
mod validation;

use std::{env, error::Error, io};

use tokio::net::TcpListener;

use crate::{
    api::{backend, new_store},
    settings::Settings,
};

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    tracing_subscriber::fmt().with_writer(io::stderr).init();
    // `cargo run --example backend -- --routes` prints the route table.
    if env::args().any(|arg| arg == "--routes") {
        println!("{}", backend::ROUTES);
    }
    let settings = Settings::from_env()?;
    let router = backend(new_store(&settings).await?, &settings);
    let address = env::var("ADDRESS").unwrap_or_else(|_| "127.0.0.1:8000".to_owned());
    let listener = TcpListener::bind(address).await?;
    println!("listening on http://{}", listener.local_addr()?);
    Ok(concentric::serve(listener, router).await?)
}
