//! Checks the token (JWT) by which an App speaks for itself, as
//! [GitHub asks for it](https://docs.github.com/apps/creating-github-apps/authenticating-with-a-github-app/generating-a-json-web-token-jwt-for-a-github-app).

use aws_lc_rs::signature::{RSA_PKCS1_2048_8192_SHA256, UnparsedPublicKey};
use base64::prelude::{BASE64_URL_SAFE_NO_PAD, Engine};
use serde::Deserialize;
use serde::de::DeserializeOwned;

pub(super) const UNDECODABLE: &str = "A JSON web token could not be decoded";

/// How far from now it may end, in seconds.
const LONGEST: i64 = 10 * 60;

/// How far the clock of the App may be ahead, in seconds.
const GRACE: i64 = 60;

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

/// Whether it is signed with `key`, by our App, and holds at `now`, in seconds since 1970.
pub(super) fn check(jwt: &str, key: &[u8], now: i64) -> Result<(), &'static str> {
    let claims = signed(jwt, key).ok_or(UNDECODABLE)?;
    if claims.iss != super::ID {
        return Err("'Issuer' claim ('iss') must be the client id of the App");
    }
    if claims.iat > now.saturating_add(GRACE) {
        return Err("'Issued at' claim ('iat') must not be in the future");
    }
    if claims.exp <= now {
        return Err("'Expiration time' claim ('exp') must be in the future");
    }
    if claims.exp > now.saturating_add(LONGEST) {
        return Err("'Expiration time' claim ('exp') is too far in the future");
    }
    Ok(())
}

fn signed(jwt: &str, key: &[u8]) -> Option<Claims> {
    let (message, signature) = jwt.rsplit_once('.')?;
    let (header, claims) = message.split_once('.')?;
    if part::<Header>(header)?.alg != "RS256" {
        return None;
    }
    let signature = BASE64_URL_SAFE_NO_PAD.decode(signature).ok()?;
    let key = UnparsedPublicKey::new(&RSA_PKCS1_2048_8192_SHA256, key);
    key.verify(message.as_bytes(), &signature).ok()?;
    part(claims)
}

fn part<T: DeserializeOwned>(text: &str) -> Option<T> {
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

    fn of_the_app(claims: &Value) -> String {
        jwt(Algorithm::RS256, &key::private_key(), claims)
    }

    fn checked(jwt: &str) -> Result<(), &'static str> {
        check(jwt, key::public_key().unwrap(), NOW)
    }

    fn claims() -> Value {
        json!({ "iss": ID, "iat": NOW - 60, "exp": NOW + 480 })
    }

    #[test]
    fn a_token_of_the_app_holds_for_ten_minutes_at_most_and_not_before_its_time() {
        for (iat, exp, holds) in [
            (-60, 480, true),
            (60, 600, true),
            (61, 600, false),
            (-60, 601, false),
            (-600, 1, true),
            (-600, 0, false),
        ] {
            let claims = json!({ "iss": ID, "iat": NOW + iat, "exp": NOW + exp });
            assert_eq!(checked(&of_the_app(&claims)).is_ok(), holds, "{iat} {exp}");
        }
    }

    #[test]
    fn another_app_is_not_taken_for_this_one() {
        let mut claims = claims();
        claims["iss"] = json!("Iv1.other");
        assert!(checked(&of_the_app(&claims)).is_err());
    }

    #[test]
    fn a_token_that_was_signed_otherwise_or_changed_afterwards_is_refused() {
        assert_eq!(checked(&of_the_app(&claims())), Ok(()));
        // The confusion of algorithms that has opened many a door.
        let public = String::from_utf8_lossy(key::public_key().unwrap()).into_owned();
        assert_eq!(checked(&jwt(Algorithm::HS256, &public, &claims())), Err(UNDECODABLE));
        assert_eq!(checked(&jwt(Algorithm::RS384, &key::private_key(), &claims())), Err(UNDECODABLE));
        let none = BASE64_URL_SAFE_NO_PAD.encode(r#"{"alg":"none"}"#);
        let later =
            BASE64_URL_SAFE_NO_PAD.encode(json!({ "iss": ID, "iat": NOW, "exp": NOW + 500 }).to_string());
        let whole = of_the_app(&claims());
        let (header, rest) = whole.split_once('.').unwrap();
        let (old, signature) = rest.split_once('.').unwrap();
        assert_eq!(checked(&format!("{header}.{later}.{signature}")), Err(UNDECODABLE));
        assert_eq!(checked(&format!("{none}.{old}.")), Err(UNDECODABLE));
    }

    #[test]
    fn rubbish_is_refused_and_does_no_harm() {
        for jwt in ["", ".", "..", "a.b.c", "....", "e30.e30.e30"] {
            assert_eq!(checked(jwt), Err(UNDECODABLE), "{jwt}");
        }
    }
}
