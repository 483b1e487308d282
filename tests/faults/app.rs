//! Authentication as a GitHub App, and a server that issues installation access tokens.

pub(crate) mod first_token;
pub(crate) mod panics;
pub(crate) mod refresh;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, SecondsFormat};
use github_secret_scanning::{App, AppKey, Repo};
use serde_json::{Value, json};

use crate::support::{Context, IdleClock, Reply, Request, Server, planted};

const TOKEN_PATH: &str = "/app/installations/7/access_tokens";

/// Returns the replies of a GitHub whose clock is `ahead` seconds ahead; `reply` is for all other requests.
fn github(clock: &IdleClock, ahead: i64, reply: fn(&Request) -> Reply) -> impl Fn(&Request) -> Reply + use<> {
    let clock = clock.clone();
    move |request| {
        let response = if request.target == TOKEN_PATH {
            issue_token(request, &clock, ahead)
        } else if request.target == "/orgs/acme/installation" {
            Reply::ok(&json!({ "id": 7, "access_tokens_url": "https://evil.example/", "app_slug": "x" }))
        } else {
            reply(request)
        };
        response.dated(ahead)
    }
}

fn issue_token(request: &Request, clock: &IdleClock, ahead: i64) -> Reply {
    let now = clock.unix(ahead);
    let claims = claims(&request.token().unwrap_or_default());
    let (issued, expires) =
        (claims["iat"].as_i64().unwrap_or(i64::MAX), claims["exp"].as_i64().unwrap_or_default());
    if issued > now || expires <= now || expires > now + 600 || expires - issued > 600 {
        return Reply::refusal(401, "'Expiration time' claim ('exp') must be a numeric value in the future");
    }
    assert_eq!(claims["iss"], "Iv23liPlanted");
    let expires = DateTime::from_timestamp(now + 3600, 0).unwrap_or_default();
    Reply::json(
        201,
        &json!({
            "token": format!("plantedTokenIssued{}", request.nth),
            "expires_at": expires.to_rfc3339_opts(SecondsFormat::Secs, true),
            "permissions": { "secret_scanning_alerts": "read" },
        }),
    )
}

fn claims(jwt: &str) -> Value {
    let payload = jwt.split('.').nth(1).unwrap_or_default();
    let json = URL_SAFE_NO_PAD.decode(payload).unwrap_or_default();
    serde_json::from_slice(&json).unwrap_or_default()
}

fn app() -> App {
    App::new("Iv23liPlanted", AppKey::pem(planted::app_key())).installation(7)
}

fn repo(context: &Context, server: &Server) -> Repo {
    context.record(&app());
    context.build(context.client(server).app(app()))
}

fn found(_: &Request) -> Reply {
    Reply::ok(&planted::alert(42))
}

fn refused(_: &Request) -> Reply {
    Reply::refusal(401, "Bad credentials")
}

fn issued(server: &Server) -> usize {
    server.requests().iter().filter(|request| request.target == TOKEN_PATH).count()
}
