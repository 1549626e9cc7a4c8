//! Publishing a version, as `cargo publish` does.

use std::collections::BTreeSet;

use axum::{Json, body::Bytes, extract::State};
use concentric::Provided;
use serde::Deserialize;
use serde_json::{Value, json};

use super::crate_view;
use crate::{
    auth::{Credential, CurrentUser},
    error::AppError,
    store::{Dependency, Krate, Krates, Owner, TokenScope, Version},
};

/// The metadata of a version.
#[derive(Deserialize)]
struct Metadata {
    name: String,
    vers: String,
    #[serde(default)]
    description: String,
    #[serde(default)]
    license: String,
    #[serde(default)]
    readme: String,
    #[serde(default)]
    keywords: Vec<String>,
    #[serde(default)]
    categories: Vec<String>,
    #[serde(default)]
    deps: Vec<Dependency>,
}

pub(crate) async fn publish(
    State(krates): State<Krates>,
    user: Provided<CurrentUser>,
    credential: Provided<Credential>,
    body: Bytes,
) -> Result<Json<Value>, AppError> {
    let (metadata, tarball) = split(&body)?;
    let metadata: Metadata = serde_json::from_slice(metadata)
        .map_err(|error| AppError::invalid(format!("invalid metadata: {error}")))?;
    if !is_name(&metadata.name) {
        let detail = format!("`{}` is not a valid name of a crate", metadata.name);
        return Err(AppError::Invalid(detail));
    }
    let existing = krates.get(&metadata.name);
    check(&user, &credential, &metadata, existing.as_ref())?;

    let mut krate = existing.unwrap_or_else(|| Krate {
        name: metadata.name,
        owners: BTreeSet::from([Owner::User(user.id)]),
        ..Krate::default()
    });
    krate.description = metadata.description;
    krate.keywords = metadata.keywords;
    krate.categories = metadata.categories;
    krate.versions.push(Version {
        num: metadata.vers,
        license: metadata.license,
        crate_size: tarball.len(),
        readme: metadata.readme,
        dependencies: metadata.deps,
        published_by: user.id,
        ..Version::default()
    });
    let view = crate_view(&krate);
    krates.add(krate);
    Ok(Json(json!({ "crate": view, "warnings": {} })))
}

/// Checks that the user may publish this version.
fn check(
    user: &CurrentUser,
    credential: &Credential,
    metadata: &Metadata,
    existing: Option<&Krate>,
) -> Result<(), AppError> {
    if let Credential::Token(token) = credential {
        let scope = match existing {
            Some(_) => TokenScope::PublishUpdate,
            None => TokenScope::PublishNew,
        };
        if !token.grant.allows(scope) || !token.grant.allows_crate(&metadata.name) {
            return Err(AppError::WrongScope);
        }
    }
    let Some(existing) = existing else {
        return Ok(());
    };
    if !existing.is_owned_by(user.id) {
        return Err(AppError::NotAnOwner);
    }
    if existing.version(&metadata.vers).is_some() {
        let Metadata { name, vers, .. } = metadata;
        return Err(AppError::Invalid(format!(
            "crate version `{name}@{vers}` is already uploaded"
        )));
    }
    Ok(())
}

/// Splits the body of `cargo publish`: the length of the metadata, the metadata, the length of the tarball, the tarball.
fn split(body: &[u8]) -> Result<(&[u8], &[u8]), AppError> {
    let take = |body| take_block(body).ok_or_else(|| AppError::invalid("the body is too short"));
    let (metadata, rest) = take(body)?;
    let (tarball, _) = take(rest)?;
    Ok((metadata, tarball))
}

/// Splits a block off that begins with its length.
fn take_block(body: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = body.split_first_chunk()?;
    let length = u32::from_le_bytes(*length);
    rest.split_at_checked(usize::try_from(length).ok()?)
}

fn is_name(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_alphabetic())
        && name.len() <= 64
        && name
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
}
