//! For tests: a made-up App with a key of its own, and a server on loopback that knows it.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, LazyLock, Mutex};
use std::time::{Duration, UNIX_EPOCH};

use aws_lc_rs::encoding::{AsDer, Pkcs8V1Der};
use aws_lc_rs::rsa::{KeyPair, KeySize};
use aws_lc_rs::signature::KeyPair as _;
use base64::prelude::{BASE64_STANDARD, Engine};
use jsonwebtoken::{Algorithm, DecodingKey, Validation};
use serde_json::Value;

use crate::transport::{Clock, ManualClock, Retry};
use crate::{App, AppKey, Client, ClientBuilder};

/// Made anew by each run of the tests; it opens nothing anywhere.
static KEY: LazyLock<KeyPair> = LazyLock::new(|| KeyPair::generate(KeySize::Rsa2048).unwrap());

/// What a PKCS#8 file says of an RSA key of 2048 bits before the key itself, in bytes.
const PKCS8_HEAD: usize = 26;

/// How far the server's clock is from ours, the lifetime of its tokens, and what it saw.
pub(crate) struct Server {
    pub(crate) address: String,
    pub(crate) clock: ManualClock,
    seen: Arc<Mutex<Vec<String>>>,
}

/// What the server makes of a request, the `count`-th to its path, in place of keeping its rules.
pub(crate) type Whim = fn(request: &str, count: usize) -> Option<String>;

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

/// An answer that ends its connection.
pub(crate) fn answer(status: &str, headers: &str, body: &str) -> String {
    let length = body.len();
    format!("HTTP/1.1 {status}\r\nconnection: close\r\ncontent-length: {length}\r\n{headers}\r\n{body}")
}

impl Server {
    /// A server whose clock is `ahead` seconds ahead of ours, and which answers by `whim` first.
    pub(crate) fn start(ahead: i64, whim: Whim) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let (clock, seen) = (ManualClock::still(), Arc::default());
        let server = Self { address, clock, seen };
        let (clock, seen) = (server.clock.clone(), Arc::clone(&server.seen));
        std::thread::spawn(move || {
            for connection in listener.incoming() {
                let (clock, seen) = (clock.clone(), Arc::clone(&seen));
                std::thread::spawn(move || serve(connection.unwrap(), &clock, ahead, &seen, whim));
            }
        });
        server
    }

    /// A client of this server, on behalf of the App at installation 7.
    pub(crate) fn client(&self) -> Client {
        self.builder().app(app().installation(7)).build().unwrap()
    }

    pub(crate) fn builder(&self) -> ClientBuilder {
        let builder = Client::builder().base_url(&self.address).clock(self.clock.clone());
        builder.retry(Retry::never()).max_in_flight(None)
    }

    /// How many requests there were that hold `part`.
    pub(crate) fn count(&self, part: &str) -> usize {
        self.seen.lock().unwrap().iter().filter(|request| request.contains(part)).count()
    }
}

pub(crate) fn app() -> App {
    App::new("Iv1.fake", AppKey::pem(pkcs8()))
}

fn serve(mut connection: TcpStream, clock: &ManualClock, ahead: i64, seen: &Mutex<Vec<String>>, whim: Whim) {
    let mut request = Vec::new();
    let mut buffer = [0; 4096];
    // The body of a write is an object.
    let is_whole = |request: &[u8]| match request.starts_with(b"PATCH") {
        true => request.ends_with(b"}"),
        false => request.ends_with(b"\r\n\r\n"),
    };
    while !is_whole(&request) {
        match connection.read(&mut buffer) {
            Ok(0) | Err(_) => return,
            Ok(read) => request.extend_from_slice(&buffer[..read]),
        }
    }
    let request = String::from_utf8(request).unwrap();
    let line = request.lines().next().unwrap_or_default().to_owned();
    let count = {
        let mut seen = seen.lock().unwrap();
        seen.push(request.clone());
        let path = |request: &str| request.split(' ').nth(1).map(str::to_owned);
        seen.iter().filter(|other| path(other) == path(&line)).count()
    };
    let now = i64::try_from(clock.now().duration_since(UNIX_EPOCH).unwrap().as_secs()).unwrap() + ahead;
    let text = whim(&request, count).unwrap_or_else(|| by_the_rules(&request, &line, count, now));
    let date = chrono::DateTime::from_timestamp(now, 0).unwrap().format("%a, %d %b %Y %H:%M:%S GMT");
    let text = text.replacen("\r\n", &format!("\r\ndate: {date}\r\n"), 1);
    // Time enough for other calls to come by.
    std::thread::sleep(Duration::from_millis(20));
    let _ = connection.write_all(text.as_bytes());
}

/// What GitHub would answer: its `count`-th token is `ghs_fake<count>`.
fn by_the_rules(request: &str, line: &str, count: usize, now: i64) -> String {
    let bearer =
        request.lines().find_map(|line| line.strip_prefix("authorization: Bearer ")).unwrap_or_default();
    let asks_as_app = line.contains("/access_tokens") || line.contains("/installation ");
    if !asks_as_app {
        let known = bearer.starts_with("ghs_fake");
        let refused = answer("401 Unauthorized", "", r#"{"message":"Bad credentials"}"#);
        return if known { answer("200 OK", "", r#"{"number":42}"#) } else { refused };
    }
    if !is_of_the_app(bearer, now) {
        return answer("401 Unauthorized", "", r#"{"message":"A JSON web token could not be decoded"}"#);
    }
    if line.starts_with("GET") {
        return answer("200 OK", "", r#"{"id":7,"app_id":1}"#);
    }
    let ends = chrono::DateTime::from_timestamp(now + 3600, 0).unwrap().to_rfc3339();
    answer("201 Created", "", &format!(r#"{{"token":"ghs_fake{count}","expires_at":"{ends}"}}"#))
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
