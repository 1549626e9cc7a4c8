//! What the proxy says about the client.

use axum::{Extension, Json, http::uri::Scheme};
use axum_client_ip::ClientIp;
use concentric::Host;
use serde_json::{Value, json};

/// Shows the address of the client, and how it reached nginx.
pub(crate) async fn show_client(
    ClientIp(address): ClientIp,
    host: Host<'static>,
    Extension(scheme): Extension<Scheme>,
) -> Json<Value> {
    Json(json!({
        "address": address,
        "host": host.to_string(),
        "scheme": scheme.as_str(),
    }))
}
