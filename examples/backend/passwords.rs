//! The hashes of passwords.

use argon2::{
    Algorithm, Argon2, Params, Version,
    password_hash::{PasswordHasher, PasswordVerifier},
};
use concentric::HttpError;
use tokio::task::spawn_blocking;

/// Hashes passwords and compares them with hashes, on threads that may block.
#[derive(Clone)]
pub(crate) struct Passwords(Argon2<'static>);

impl Passwords {
    /// Takes the memory of a hash in KiB.
    pub(crate) fn new(memory: u32) -> Result<Self, HttpError> {
        let params = Params::new(memory, Params::DEFAULT_T_COST, Params::DEFAULT_P_COST, None);
        let params = params.map_err(|error| HttpError::internal(error.to_string()))?;
        Ok(Self(Argon2::new(
            Algorithm::Argon2id,
            Version::V0x13,
            params,
        )))
    }

    pub(crate) async fn hash(&self, password: &str) -> Result<String, HttpError> {
        let (argon2, password) = (self.0.clone(), password.to_owned());
        let hash = spawn_blocking(move || argon2.hash_password(password.as_bytes())).await?;
        Ok(hash
            .map_err(|error| HttpError::internal(error.to_string()))?
            .to_string())
    }

    pub(crate) async fn verify(&self, password: &str, hash: &str) -> Result<bool, HttpError> {
        let (argon2, password, hash) = (self.0.clone(), password.to_owned(), hash.to_owned());
        let verify = move || argon2.verify_password(password.as_bytes(), &*hash).is_ok();
        Ok(spawn_blocking(verify).await?)
    }
}
