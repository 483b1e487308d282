//! The check of an app JWT, by
//! [GitHub's rules](https://docs.github.com/apps/creating-github-apps/authenticating-with-a-github-app/generating-a-json-web-token-jwt-for-a-github-app).

use aws_lc_rs::signature::{RSA_PKCS1_2048_8192_SHA256, UnparsedPublicKey};
use base64::prelude::{BASE64_URL_SAFE_NO_PAD, Engine};
use serde::Deserialize;
use serde::de::DeserializeOwned;

pub(super) const UNDECODABLE: &str = "A JSON web token could not be decoded";

/// The latest expiry, in seconds from now.
const MAX_LIFETIME: i64 = 10 * 60;

/// The tolerated clock skew of `iat`, in seconds.
const CLOCK_SKEW: i64 = 60;

#[derive(Deserialize)]
struct Header {
    alg: String,
}

#[derive(Deserialize)]
struct Claims {
    iss: String,
    iat: i64,
    exp: i64,
}

/// Checks signature, issuer and times at `now`, in seconds since the Unix epoch.
///
/// # Errors
///
/// GitHub's message if it is not valid.
pub(super) fn check(jwt: &str, key: &[u8], now: i64) -> Result<(), &'static str> {
    let claims = verified_claims(jwt, key).ok_or(UNDECODABLE)?;
    if claims.iss != super::ID {
        return Err("'Issuer' claim ('iss') must be the client id of the App");
    }
    if claims.iat > now.saturating_add(CLOCK_SKEW) {
        return Err("'Issued at' claim ('iat') must not be in the future");
    }
    if claims.exp <= now {
        return Err("'Expiration time' claim ('exp') must be in the future");
    }
    if claims.exp > now.saturating_add(MAX_LIFETIME) {
        return Err("'Expiration time' claim ('exp') is too far in the future");
    }
    Ok(())
}

fn verified_claims(jwt: &str, key: &[u8]) -> Option<Claims> {
    let (message, signature) = jwt.rsplit_once('.')?;
    let (header, claims) = message.split_once('.')?;
    if decode::<Header>(header)?.alg != "RS256" {
        return None;
    }
    let signature = BASE64_URL_SAFE_NO_PAD.decode(signature).ok()?;
    let key = UnparsedPublicKey::new(&RSA_PKCS1_2048_8192_SHA256, key);
    key.verify(message.as_bytes(), &signature).ok()?;
    decode(claims)
}

fn decode<T: DeserializeOwned>(text: &str) -> Option<T> {
    serde_json::from_slice(&BASE64_URL_SAFE_NO_PAD.decode(text).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use jsonwebtoken::{Algorithm, EncodingKey, crypto::aws_lc, encode};
    use serde_json::{Value, json};

    use super::super::{ID, key};
    use super::*;

    const NOW: i64 = 1_700_000_000;

    fn jwt(algorithm: Algorithm, pem: &str, claims: &Value) -> String {
        let _ = aws_lc::DEFAULT_PROVIDER.install_default();
        let key = match algorithm {
            Algorithm::HS256 => EncodingKey::from_secret(pem.as_bytes()),
            _ => EncodingKey::from_rsa_pem(pem.as_bytes()).unwrap(),
        };
        encode(&jsonwebtoken::Header::new(algorithm), claims, &key).unwrap()
    }

    fn signed(claims: &Value) -> String {
        jwt(Algorithm::RS256, &key::private_key(), claims)
    }

    fn result(jwt: &str) -> Result<(), &'static str> {
        check(jwt, key::public_key().unwrap(), NOW)
    }

    fn claims() -> Value {
        json!({ "iss": ID, "iat": NOW - 60, "exp": NOW + 480 })
    }

    #[test]
    fn jwt_is_valid_for_ten_minutes_at_most_and_tolerates_a_minute_of_clock_skew() {
        for (iat, exp, valid) in [
            (-60, 480, true),
            (60, 600, true),
            (61, 600, false),
            (-60, 601, false),
            (-600, 1, true),
            (-600, 0, false),
        ] {
            let claims = json!({ "iss": ID, "iat": NOW + iat, "exp": NOW + exp });
            assert_eq!(result(&signed(&claims)).is_ok(), valid, "{iat} {exp}");
        }
    }

    #[test]
    fn jwt_of_another_app_is_refused() {
        let mut claims = claims();
        claims["iss"] = json!("Iv1.other");
        assert!(result(&signed(&claims)).is_err());
    }

    #[test]
    fn jwt_with_another_algorithm_or_a_changed_payload_is_refused() {
        assert_eq!(result(&signed(&claims())), Ok(()));
        // Algorithm confusion: the public key as an HMAC secret.
        let public = String::from_utf8_lossy(key::public_key().unwrap()).into_owned();
        assert_eq!(result(&jwt(Algorithm::HS256, &public, &claims())), Err(UNDECODABLE));
        assert_eq!(result(&jwt(Algorithm::RS384, &key::private_key(), &claims())), Err(UNDECODABLE));
        let none = BASE64_URL_SAFE_NO_PAD.encode(r#"{"alg":"none"}"#);
        let other_claims =
            BASE64_URL_SAFE_NO_PAD.encode(json!({ "iss": ID, "iat": NOW, "exp": NOW + 500 }).to_string());
        let valid = signed(&claims());
        let (header, rest) = valid.split_once('.').unwrap();
        let (claims_of_app, signature) = rest.split_once('.').unwrap();
        assert_eq!(result(&format!("{header}.{other_claims}.{signature}")), Err(UNDECODABLE));
        assert_eq!(result(&format!("{none}.{claims_of_app}.")), Err(UNDECODABLE));
    }

    #[test]
    fn malformed_jwt_is_refused() {
        for jwt in ["", ".", "..", "a.b.c", "....", "e30.e30.e30"] {
            assert_eq!(result(jwt), Err(UNDECODABLE), "{jwt}");
        }
    }
}
