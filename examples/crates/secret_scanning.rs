//! Reports of tokens that were found in public repositories.

use axum::{Json, extract::State};
use concentric::{Part, app};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::store::Accounts;

app! {
    /// The reports of GitHub.
    pub(crate) fn secret_scanning(state: Accounts) -> Part {
        /// Revokes tokens that were found in a public repository.
        POST "/verify" => verify_secrets,
    }
}

#[derive(Deserialize)]
struct Alert {
    token: String,
}

async fn verify_secrets(
    State(accounts): State<Accounts>,
    Json(alerts): Json<Vec<Alert>>,
) -> Json<Vec<Value>> {
    let answer = |alert: Alert| {
        let token = accounts.token_by_secret(&alert.token);
        let is_ours = token.is_some_and(|token| accounts.revoke_token(token.user, token.id));
        let label = if is_ours {
            "true_positive"
        } else {
            "false_positive"
        };
        json!({ "token_raw": alert.token, "label": label })
    };
    Json(alerts.into_iter().map(answer).collect())
}
