//! Signs the token (JWT) by which a GitHub App speaks for itself.

use std::sync::Arc;

use jsonwebtoken::{Algorithm, EncodingKey, Header, crypto::aws_lc, encode};
use secrecy::{ExposeSecret, SecretString};
use serde::Serialize;

use crate::error::Error;

/// How far back it is dated, in seconds, because the server's clock may be behind ours.
const BACKDATED: i64 = 60;

/// How long it lives from the date that it says, in seconds. GitHub takes ten minutes at most.
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
    /// Takes the key apart and signs with it once, so that a key that cannot sign shows now.
    pub(super) fn new(id: String, pem: &SecretString) -> Result<Self, Error> {
        // jsonwebtoken panics where two crates of a build turn on two of its backends and nobody
        // chooses. If somebody did choose already, that is as good.
        let _ = aws_lc::DEFAULT_PROVIDER.install_default();
        let refused = || {
            Error::invalid_argument(
                "key",
                "must be an RSA private key as PEM text, in PKCS#1 or PKCS#8, without a passphrase (is a line \
                 break written as two characters?)",
            )
        };
        let key = EncodingKey::from_rsa_pem(pem.expose_secret().as_bytes()).map_err(|_| refused())?;
        let signer = Self { id, key };
        signer.sign(0).map_err(|_| refused())?;
        Ok(signer)
    }

    /// The token to send with at `now`, in seconds since 1970 by the server's clock.
    pub(super) fn jwt(&self, now: i64) -> Result<SecretString, Error> {
        self.sign(now).map_err(|source| {
            Error::token_unavailable("the app's own token could not be signed", Arc::new(source))
        })
    }

    fn sign(&self, now: i64) -> Result<SecretString, jsonwebtoken::errors::Error> {
        let iat = now.saturating_sub(BACKDATED);
        let claims = Claims { iss: &self.id, iat, exp: iat.saturating_add(LIFETIME) };
        encode(&Header::new(Algorithm::RS256), &claims, &self.key).map(SecretString::from)
    }
}
