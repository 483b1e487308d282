//! For tests: a made-up App with a key of its own, and a server on loopback that knows it.

use std::collections::HashMap;
use std::sync::{LazyLock, Mutex};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use aws_lc_rs::encoding::{AsDer, Pkcs8V1Der};
use aws_lc_rs::rsa::{KeyPair, KeySize};
use aws_lc_rs::signature::KeyPair as _;
use base64::prelude::{BASE64_STANDARD, Engine};
use jsonwebtoken::{Algorithm, DecodingKey, Validation};
use serde_json::{Value, json};
use test_kit::{Reply, Request};

use crate::transport::{Clock, ManualClock, Retry};
use crate::{App, AppKey, Client, ClientBuilder};

/// Made anew by each run of the tests; it opens nothing anywhere.
static KEY: LazyLock<KeyPair> = LazyLock::new(|| KeyPair::generate(KeySize::Rsa2048).unwrap());

/// What a PKCS#8 file says of an RSA key of 2048 bits before the key itself, in bytes.
const PKCS8_HEAD: usize = 26;

/// A server that keeps GitHub's rules for Apps, and the clock of its clients.
pub(crate) struct Server {
    pub(crate) clock: ManualClock,
    server: test_kit::Server,
}

/// What the server makes of a request, the `count`-th to its path, in place of keeping its rules.
pub(crate) type Whim = fn(request: &Request, count: usize) -> Option<Reply>;

pub(crate) fn pkcs8() -> String {
    let der: Pkcs8V1Der<'_> = KEY.as_der().unwrap();
    pem("PRIVATE KEY", der.as_ref())
}

pub(crate) fn pkcs1() -> String {
    let der: Pkcs8V1Der<'_> = KEY.as_der().unwrap();
    pem("RSA PRIVATE KEY", &der.as_ref()[PKCS8_HEAD..])
}

pub(crate) fn public() -> String {
    pem("RSA PUBLIC KEY", KEY.public_key().as_ref())
}

/// Encodes DER as PEM, in lines of 64 characters.
fn pem(label: &str, der: &[u8]) -> String {
    let base64 = BASE64_STANDARD.encode(der);
    let lines: Vec<_> = base64.as_bytes().chunks(64).map(String::from_utf8_lossy).collect();
    format!("-----BEGIN {label}-----\n{}\n-----END {label}-----\n", lines.join("\n"))
}

impl Server {
    /// A server whose clock is `ahead` seconds ahead of ours, and which answers by `whim` first.
    pub(crate) fn start(ahead: i64, whim: Whim) -> Self {
        let clock = ManualClock::still();
        let by = Duration::from_secs(ahead.unsigned_abs());
        let ours = clock.clone();
        let now = move || if ahead < 0 { ours.now() - by } else { ours.now() + by };
        let counts = Mutex::new(HashMap::<_, usize>::new());
        let server = test_kit::Server::builder().clock(now.clone()).start(move |request| {
            let mut counts = counts.lock().unwrap();
            let count = counts.entry(request.target.clone()).or_default();
            *count += 1;
            let reply = whim(request, *count).unwrap_or_else(|| by_the_rules(request, *count, now()));
            // Time enough for other calls to come by.
            reply.after(Duration::from_millis(20))
        });
        Self { clock, server }
    }

    /// A client of this server, on behalf of the App at installation 7.
    pub(crate) fn client(&self) -> Client {
        self.builder().app(app().installation(7)).build().unwrap()
    }

    pub(crate) fn builder(&self) -> ClientBuilder {
        let builder = Client::builder().base_url(self.server.url()).clock(self.clock.clone());
        builder.retry(Retry::never()).max_in_flight(None)
    }

    /// How many requests there were whose line holds `part`.
    pub(crate) fn count(&self, part: &str) -> usize {
        let line = |request: &Request| format!("{} {} ", request.method, request.target);
        self.server.requests().iter().filter(|request| line(request).contains(part)).count()
    }

    /// How many requests had a validator.
    pub(crate) fn conditional(&self) -> usize {
        self.server.requests().iter().filter(|request| request.header("if-none-match").is_some()).count()
    }
}

pub(crate) fn app() -> App {
    App::new("Iv1.fake", AppKey::pem(pkcs8()))
}

/// What GitHub would answer: its `count`-th token is `ghs_fake<count>`.
fn by_the_rules(request: &Request, count: usize, now: SystemTime) -> Reply {
    let now = i64::try_from(now.duration_since(UNIX_EPOCH).unwrap().as_secs()).unwrap();
    let token = request.token().unwrap_or_default();
    let asks_as_app = request.target.ends_with("/access_tokens") || request.target.ends_with("/installation");
    match request.method.as_str() {
        _ if !asks_as_app && token.starts_with("ghs_fake") => Reply::ok(&json!({ "number": 42 })),
        _ if !asks_as_app => Reply::refusal(401, "Bad credentials"),
        _ if !is_of_the_app(&token, now) => Reply::refusal(401, "A JSON web token could not be decoded"),
        "GET" => Reply::ok(&json!({ "id": 7, "app_id": 1 })),
        _ => {
            let ends = chrono::DateTime::from_timestamp(now + 3600, 0).unwrap().to_rfc3339();
            Reply::json(201, &json!({ "token": format!("ghs_fake{count}"), "expires_at": ends }))
        }
    }
}

/// GitHub's rules: signed by the key, by this App, not from the future, not over, not for longer
/// than ten minutes from now.
fn is_of_the_app(jwt: &str, now: i64) -> bool {
    let key = DecodingKey::from_rsa_der(KEY.public_key().as_ref());
    let mut rules = Validation::new(Algorithm::RS256);
    rules.validate_exp = false;
    rules.set_issuer(&["Iv1.fake"]);
    let Ok(token) = jsonwebtoken::decode::<Value>(jwt, &key, &rules) else { return false };
    let time = |name: &str| token.claims[name].as_i64().unwrap();
    let (iat, exp) = (time("iat"), time("exp"));
    iat <= now && now < exp && exp <= now + 600 && exp - iat <= 540
}
