//! The key pair of the App, generated in each process.

use std::sync::LazyLock;

use aws_lc_rs::encoding::{AsDer, Pkcs8V1Der};
use aws_lc_rs::rsa::{KeyPair, KeySize};
use aws_lc_rs::signature::KeyPair as _;
use base64::prelude::{BASE64_STANDARD, Engine};

/// One for all fakes of a process, because generating it takes part of a second. `None` if that failed.
static KEY: LazyLock<Option<KeyPair>> = LazyLock::new(|| KeyPair::generate(KeySize::Rsa2048).ok());

/// Returns the private key as PEM; empty if there is none, which the client refuses.
pub(crate) fn private_key() -> String {
    let der: Option<Pkcs8V1Der<'_>> = KEY.as_ref().and_then(|key| key.as_der().ok());
    der.map(|der| pem("PRIVATE KEY", der.as_ref())).unwrap_or_default()
}

/// Encodes DER as PEM, in lines of 64 characters.
fn pem(label: &str, der: &[u8]) -> String {
    let mut pem = format!("-----BEGIN {label}-----");
    for (position, character) in BASE64_STANDARD.encode(der).chars().enumerate() {
        if position % 64 == 0 {
            pem.push('\n');
        }
        pem.push(character);
    }
    pem.push_str(&format!("\n-----END {label}-----\n"));
    pem
}

/// Returns the public key in DER, by PKCS#1.
pub(super) fn public_key() -> Option<&'static [u8]> {
    KEY.as_ref().map(|key| key.public_key().as_ref())
}
