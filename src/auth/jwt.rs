//! Signs the app JWT.

use std::sync::Arc;

use jsonwebtoken::{Algorithm, EncodingKey, Header, crypto::aws_lc, encode};
use secrecy::{ExposeSecret, SecretString};
use serde::Serialize;

use crate::error::Error;

/// How far it is backdated, in seconds, because the server's clock may be behind.
const BACKDATED: i64 = 60;

/// Its lifetime from `iat`, in seconds. GitHub accepts at most ten minutes.
const LIFETIME: i64 = 9 * 60;

/// The id and the private key of an App.
pub(super) struct Signer {
    id: String,
    key: EncodingKey,
}

#[derive(Serialize)]
struct Claims<'a> {
    iss: &'a str,
    iat: i64,
    exp: i64,
}

impl Signer {
    /// Parses the key, which is from `file` if there is one, and signs once to check it.
    pub(super) fn new(id: String, pem: &SecretString, file: Option<&str>) -> Result<Self, Error> {
        // jsonwebtoken panics if two crates of a build enable two of its backends and none is chosen.
        // An earlier choice of the service stays.
        let _ = aws_lc::DEFAULT_PROVIDER.install_default();
        let refused = || {
            let reason = "must be an RSA private key as PEM text, in PKCS#1 or PKCS#8, without a passphrase (is a \
                          line break written as two characters?)";
            match file {
                Some(file) => Error::invalid_argument("key", format!("{reason}: `{file}`")),
                None => Error::invalid_argument("key", reason),
            }
        };
        let key = EncodingKey::from_rsa_pem(pem.expose_secret().as_bytes()).map_err(|_| refused())?;
        let signer = Self { id, key };
        signer.sign(0).map_err(|_| refused())?;
        Ok(signer)
    }

    /// Returns a JWT for `now`, in seconds since 1970 by the server's clock.
    pub(super) fn jwt(&self, now: i64) -> Result<SecretString, Error> {
        self.sign(now)
            .map_err(|source| Error::token_unavailable("the app JWT could not be signed", Arc::new(source)))
    }

    fn sign(&self, now: i64) -> Result<SecretString, jsonwebtoken::errors::Error> {
        let iat = now.saturating_sub(BACKDATED);
        let claims = Claims { iss: &self.id, iat, exp: iat.saturating_add(LIFETIME) };
        encode(&Header::new(Algorithm::RS256), &claims, &self.key).map(SecretString::from)
    }
}
