//! A GitHub App: its installation token, and a server that gives it out as GitHub does.

pub(crate) mod minting;
pub(crate) mod renewal;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, SecondsFormat};
use github_secret_scanning::{App, AppKey, Repo};
use serde_json::{Value, json};

use crate::support::{ManualClock, Reply, Request, Server, World, planted};

const MINT: &str = "/app/installations/7/access_tokens";

fn github(
    clock: &ManualClock,
    later_by: i64,
    answer: fn(&Request) -> Reply,
) -> impl Fn(&Request) -> Reply + use<> {
    let clock = clock.clone();
    move |request| {
        let reply = if request.target == MINT {
            mint(request, &clock, later_by)
        } else if request.target == "/orgs/acme/installation" {
            Reply::ok(&json!({ "id": 7, "access_tokens_url": "https://evil.example/", "app_slug": "x" }))
        } else {
            answer(request)
        };
        reply.dated(later_by)
    }
}

fn mint(request: &Request, clock: &ManualClock, later_by: i64) -> Reply {
    let now = clock.unix(later_by);
    let claims = claims(&request.token().unwrap_or_default());
    let (issued, ends) =
        (claims["iat"].as_i64().unwrap_or(i64::MAX), claims["exp"].as_i64().unwrap_or_default());
    if issued > now || ends <= now || ends > now + 600 || ends - issued > 600 {
        return Reply::refusal(401, "'Expiration time' claim ('exp') must be a numeric value in the future");
    }
    assert_eq!(claims["iss"], "Iv23liPlanted");
    let ends = DateTime::from_timestamp(now + 3600, 0).unwrap_or_default();
    Reply::json(
        201,
        &json!({
            "token": format!("plantedTokenMinted{}", request.nth),
            "expires_at": ends.to_rfc3339_opts(SecondsFormat::Secs, true),
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

fn repo(world: &World, server: &Server) -> Repo {
    world.print(&app());
    world.build(world.client(server).app(app()))
}

fn found(_: &Request) -> Reply {
    Reply::ok(&planted::alert(42))
}

fn refused(_: &Request) -> Reply {
    Reply::refusal(401, "Bad credentials")
}

fn minted(server: &Server) -> usize {
    server.requests().iter().filter(|request| request.target == MINT).count()
}
