//! What a user needs besides a login.

use concentric::{Next, Provided, Request, Response, middleware};

use super::{Credential, CurrentUser};
use crate::{
    error::AppError,
    store::{Krate, TokenScope},
};

/// Rejects tokens: the user must be on the website.
#[middleware]
pub(crate) async fn require_cookie(
    credential: Provided<Credential>,
    req: Request,
    next: Next,
) -> Result<Response, AppError> {
    match *credential {
        Credential::Cookie => Ok(next.run(req).await),
        Credential::Token(_) => Err(AppError::CookieOnly),
    }
}

/// Rejects tokens without this scope, and those for other crates.
#[middleware]
pub(crate) async fn require_scope(
    #[config] scope: &TokenScope,
    credential: Provided<Credential>,
    krate: Option<Provided<Krate>>,
    req: Request,
    next: Next,
) -> Result<Response, AppError> {
    if let Credential::Token(token) = &*credential {
        let is_for_crate = krate.is_none_or(|krate| token.grant.allows_crate(&krate.name));
        if !is_for_crate || !token.grant.allows(*scope) {
            return Err(AppError::WrongScope);
        }
    }
    Ok(next.run(req).await)
}

/// Rejects users who do not own the crate.
#[middleware]
pub(crate) async fn require_owner(
    user: Provided<CurrentUser>,
    krate: Provided<Krate>,
    req: Request,
    next: Next,
) -> Result<Response, AppError> {
    if krate.is_owned_by(user.id) {
        Ok(next.run(req).await)
    } else {
        Err(AppError::NotAnOwner)
    }
}

/// Rejects users who are not administrators.
#[middleware]
pub(crate) async fn require_admin(
    user: Provided<CurrentUser>,
    req: Request,
    next: Next,
) -> Result<Response, AppError> {
    if user.is_admin {
        Ok(next.run(req).await)
    } else {
        Err(AppError::NotAnAdmin)
    }
}
