//! Trusted publishing: a workflow of a repository gets a token for a crate.

use axum::{
    Json,
    extract::{Path, Query, State},
    http::StatusCode,
};
use concentric::{Next, Part, Provided, Request, Response, app, middleware};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::{
    auth::{CurrentUser, authenticate, require_scope},
    error::AppError,
    store::{
        Accounts, Grant, Krates, Provider, Publisher, Publishers, Registry,
        TokenScope::{self, TrustedPublishing},
    },
    tokens::revoke_current_token,
};

app! {
    /// The trusted publishers and their tokens.
    pub(crate) fn trusted_publishing(state: Registry) -> Part {
        scope with [authenticate, require_scope(TrustedPublishing)] {
            scope "/github_configs" with [provider(Provider::GitHub)] {
                include publishers(state.clone()) as github,
            }
            scope "/gitlab_configs" with [provider(Provider::GitLab)] {
                include publishers(state.clone()) as gitlab,
            }
        }

        /// Gives a workflow a token for its crate.
        PUT "/tokens" => exchange_token,
        /// Revokes the token of a workflow.
        DELETE "/tokens" as revoke_exchanged_token => revoke_current_token with [authenticate],
    }
}

app! {
    /// The trusted publishers of one provider.
    pub(crate) fn publishers(state: Registry) -> Part<(CurrentUser, Provider)> {
        /// Lists the repositories that may publish a crate.
        GET "/" => list_publishers,
        /// Lets a repository publish a crate.
        POST "/" => add_publisher,
        /// Stops a repository from publishing a crate.
        DELETE "/{id}" => remove_publisher,
    }
}

/// Provides the `Provider`.
#[middleware]
async fn provider(#[config] provider: &Provider, req: Request, next: Next<Provider>) -> Response {
    next.provide(*provider).run(req).await
}

#[derive(Deserialize)]
struct OfCrate {
    #[serde(rename = "crate")]
    crate_name: String,
}

async fn list_publishers(
    State(registry): State<Registry>,
    Query(query): Query<OfCrate>,
    user: Provided<CurrentUser>,
    provider: Provided<Provider>,
) -> Result<Json<Value>, AppError> {
    must_own(&registry.krates, &query.crate_name, &user)?;
    let publishers = registry.publishers.filter(|publisher| {
        publisher.provider == *provider && publisher.crate_name == query.crate_name
    });
    Ok(Json(json!({ "configs": publishers })))
}

#[derive(Deserialize)]
struct NewPublisher {
    #[serde(flatten)]
    of: OfCrate,
    repository: String,
}

async fn add_publisher(
    State(registry): State<Registry>,
    user: Provided<CurrentUser>,
    provider: Provided<Provider>,
    Json(new): Json<NewPublisher>,
) -> Result<(StatusCode, Json<Value>), AppError> {
    must_own(&registry.krates, &new.of.crate_name, &user)?;
    let publisher = registry.publishers.add(Publisher {
        id: 0,
        crate_name: new.of.crate_name,
        repository: new.repository,
        provider: *provider,
        created_by: user.id,
    });
    Ok((StatusCode::CREATED, Json(json!({ "config": publisher }))))
}

async fn remove_publisher(
    State(registry): State<Registry>,
    Path(id): Path<u32>,
    user: Provided<CurrentUser>,
    provider: Provided<Provider>,
) -> Result<StatusCode, AppError> {
    let mut found = registry
        .publishers
        .filter(|publisher| publisher.id == id && publisher.provider == *provider);
    let publisher = found
        .pop()
        .ok_or_else(|| AppError::missing("config", id.to_string()))?;
    must_own(&registry.krates, &publisher.crate_name, &user)?;
    registry.publishers.remove(id);
    Ok(StatusCode::NO_CONTENT)
}

fn must_own(krates: &Krates, name: &str, user: &CurrentUser) -> Result<(), AppError> {
    let krate = krates.get(name);
    let krate = krate.ok_or_else(|| AppError::missing("crate", name))?;
    if krate.is_owned_by(user.id) {
        Ok(())
    } else {
        Err(AppError::NotAnOwner)
    }
}

/// What a workflow proves. A provider signs it; this example believes it.
#[derive(Deserialize)]
struct Claims {
    provider: Provider,
    repository: String,
}

async fn exchange_token(
    State(accounts): State<Accounts>,
    State(publishers): State<Publishers>,
    Json(claims): Json<Claims>,
) -> Result<Json<Value>, AppError> {
    let trusted = publishers.filter(|publisher| {
        publisher.provider == claims.provider && publisher.repository == claims.repository
    });
    let Some(first) = trusted.first() else {
        return Err(AppError::invalid("no crate trusts this repository"));
    };
    let of_first = trusted
        .iter()
        .filter(|other| other.created_by == first.created_by);
    let grant = Grant {
        endpoint_scopes: Some(vec![TokenScope::PublishUpdate]),
        crate_scopes: Some(
            of_first
                .map(|publisher| publisher.crate_name.clone())
                .collect(),
        ),
    };
    let token = accounts.create_token(first.created_by, claims.repository, grant);
    Ok(Json(json!({ "token": token.secret })))
}
