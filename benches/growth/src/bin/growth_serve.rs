//! Serves an application without middleware: `axum` with `axum::serve`, or `flat` with `concentric::serve`.

use std::env;

use anyhow::{Context, Result, bail};
use concentric_growth::APPS;
use tokio::net::TcpListener;

#[tokio::main]
async fn main() -> Result<()> {
    let arguments: Vec<_> = env::args().skip(1).collect();
    let [form, routes] = &arguments[..] else {
        bail!("expected FORM and ROUTES");
    };
    let routes: usize = routes.parse()?;
    let app = APPS
        .iter()
        .find(|app| app.form == form && app.routes == routes && app.middleware == 0)
        .context("no such application")?;
    let listener = TcpListener::bind(env::var("ADDRESS")?).await?;
    let router = (app.make)();
    match app.form {
        // A plain router would be copied for each connection.
        "axum" => axum::serve(listener, router.into_make_service()).await?,
        _ => concentric::serve(listener, router).await?,
    }
    Ok(())
}
