//! Values that must never be in the output, and payloads that contain them.
//!
//! They consist of letters and digits, so that no escaping changes them, and do not match the patterns of GitHub's tokens,
//! which are masked anyway.

use std::sync::OnceLock;

use rcgen::{KeyPair, PKCS_RSA_SHA256, RsaKeySize};
use serde_json::{Value, json};

pub(crate) const TOKEN: &str = "plantedTokenFirst7f3k9QmZ2";
pub(crate) const NEXT_TOKEN: &str = "plantedTokenNext8g4l0RnA3";
pub(crate) const OTHER_TOKEN: &str = "plantedTokenOther9h5m1SoB4";
/// The detected secret of an alert.
pub(crate) const SECRET: &str = "plantedSecretDetected5d1i7OkX0";
/// A secret in place of a number, which the messages of serde would contain.
pub(crate) const MISPLACED: &str = "plantedSecretMisplaced6e2j8PlY1";
/// A comment in the body of a write.
pub(crate) const REMARK: &str = "plantedRemarkOfTheCaller4c0h6";
/// A value in the query of a request.
pub(crate) const QUERY: &str = "plantedQueryOfTheCaller3b9g5";
/// A value in the headers of a response.
pub(crate) const HEADER: &str = "plantedHeaderOfTheServer2a8f4";
/// A text in bodies that no caller receives.
pub(crate) const BODY: &str = "plantedBodyOfTheServer1z7e3";

/// All planted values except for the private key and the tokens that a server issued.
pub(crate) const ALL: [&str; 9] =
    [TOKEN, NEXT_TOKEN, OTHER_TOKEN, SECRET, MISPLACED, REMARK, QUERY, HEADER, BODY];

/// Returns the private key of the GitHub App as PEM; created once per process.
pub(crate) fn app_key() -> &'static str {
    static KEY: OnceLock<String> = OnceLock::new();
    KEY.get_or_init(|| {
        KeyPair::generate_rsa_for(&PKCS_RSA_SHA256, RsaKeySize::_2048).unwrap().serialize_pem()
    })
}

/// Returns an alert with its secret.
pub(crate) fn alert(number: u64) -> Value {
    json!({
        "number": number,
        "state": "open",
        "secret_type": "mailchimp_api_key",
        "secret": SECRET,
        "validity": "active",
        "metadata": [],
    })
}

/// Returns an alert that does not decode, because its number is a secret.
pub(crate) fn malformed_alert() -> Value {
    json!({ "number": MISPLACED, "state": "open", "secret": SECRET })
}

/// Returns the error page of a proxy.
pub(crate) fn html() -> String {
    format!("<html><body><h1>502</h1><!-- {BODY} {TOKEN} {SECRET} --></body></html>")
}
