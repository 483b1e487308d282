//! What must never be printed, and payloads that hold it wherever a payload can.
//!
//! All of it is made of letters and digits alone, so that no way of quoting changes it, and none
//! of it looks like one of GitHub's own tokens, which would be masked for their look alone.

use std::sync::OnceLock;

use rcgen::{KeyPair, PKCS_RSA_SHA256, RsaKeySize};
use serde_json::{Value, json};

pub(crate) const TOKEN: &str = "plantedTokenFirst7f3k9QmZ2";
pub(crate) const NEXT_TOKEN: &str = "plantedTokenNext8g4l0RnA3";
pub(crate) const OTHER_TOKEN: &str = "plantedTokenOther9h5m1SoB4";
/// The secret that an alert is about.
pub(crate) const SECRET: &str = "plantedSecretDetected5d1i7OkX0";
/// A secret that stands where a number is expected, so that a decoder would quote it.
pub(crate) const MISPLACED: &str = "plantedSecretMisplaced6e2j8PlY1";
/// In the body of a write.
pub(crate) const REMARK: &str = "plantedRemarkOfTheCaller4c0h6";
/// In the query of a request.
pub(crate) const QUERY: &str = "plantedQueryOfTheCaller3b9g5";
/// In the headers of an answer.
pub(crate) const HEADER: &str = "plantedHeaderOfTheServer2a8f4";
/// In bodies that no caller ever gets.
pub(crate) const BODY: &str = "plantedBodyOfTheServer1z7e3";

/// What is planted in every case. The private key and the tokens that the server really saw come
/// in addition.
pub(crate) const ALL: [&str; 9] =
    [TOKEN, NEXT_TOKEN, OTHER_TOKEN, SECRET, MISPLACED, REMARK, QUERY, HEADER, BODY];

/// The private key of the App of these tests, as PEM; made once in a run.
pub(crate) fn app_key() -> &'static str {
    static KEY: OnceLock<String> = OnceLock::new();
    KEY.get_or_init(|| {
        KeyPair::generate_rsa_for(&PKCS_RSA_SHA256, RsaKeySize::_2048).unwrap().serialize_pem()
    })
}

/// An alert with its secret.
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

/// An alert that does not decode, because a secret stands in the place of a number.
pub(crate) fn misshapen_alert() -> Value {
    json!({ "number": MISPLACED, "state": "open", "secret": SECRET })
}

/// What a proxy says in place of GitHub.
pub(crate) fn html() -> String {
    format!("<html><body><h1>502</h1><!-- {BODY} {TOKEN} {SECRET} --></body></html>")
}
