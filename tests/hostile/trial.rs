//! One call under attack, and the proof that its client is unharmed afterwards.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use github_secret_scanning::models::{Alert, Resolution};
use github_secret_scanning::{App, AppKey, Client, Clock, Collected, Error};
use serde_json::{Value, json};

use crate::support::case::run;
use crate::support::{Context, Reply, Request, Server, leaks, needles, planted};

const TOKEN_PATH: &str = "/app/installations/7/access_tokens";

/// Longer than any wait that a server can impose, and than the life of a token.
const LATER: Duration = Duration::from_secs(25 * 60 * 60);

/// The calls that each attack is tried on.
pub(crate) const CALLS: [Call; 4] = [Call::Read, Call::List, Call::Write, Call::Token];

/// A call under attack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Call {
    /// Reads an alert.
    Read,
    /// Reads a list to its end.
    List,
    /// Resolves an alert.
    Write,
    /// Reads an alert as a GitHub App; only the token request is under attack.
    Token,
}

/// A call, and the settings of its client.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Trial {
    pub call: Call,
    pub attempt_timeout: Duration,
    /// With a cache, and a first call before the one that counts.
    pub cached: bool,
}

impl Trial {
    /// Makes the call on a server that sends `reply` to every request of the call, and behaves afterwards. Returns the
    /// result and the number of requests, for example `server? 1`.
    pub(crate) fn run(self, name: &str, reply: impl Fn(&Request) -> Reply + Send + Sync + 'static) -> String {
        let mut seen = String::new();
        let result = run(|context| {
            let seen = &mut seen;
            async move { *seen = self.attacked(&context, name, reply).await }
        });
        let needles = needles(&result.tokens);
        let leaks = leaks(&result.output, &needles).join("\n");
        assert!(leaks.is_empty(), "{name}, {:?} has output with a planted value:\n{leaks}", self.call);
        result.check();
        seen
    }

    async fn attacked(
        self,
        context: &Context,
        name: &str,
        reply: impl Fn(&Request) -> Reply + Send + Sync + 'static,
    ) -> String {
        let attacking = Arc::new(AtomicBool::new(true));
        let server = {
            let (attacking, clock) = (Arc::clone(&attacking), context.clock.clone());
            context.server(move |request| {
                let is_attack = attacking.load(Ordering::SeqCst) && self.attacks(request);
                if is_attack { reply(request) } else { well_behaved(request, clock.unix(3_600)) }
            })
        };
        let client = self.client(context, &server);
        if self.cached {
            outcome(context, self.call.make(&client).await);
        }
        let seen = outcome(context, self.call.make(&client).await);
        let requests = server.requests().iter().filter(|request| self.attacks(request)).count();

        attacking.store(false, Ordering::SeqCst);
        context.clock.sleep(LATER).await;
        // With one permit and one write lane, each would wait for ever for one that the attack kept.
        for call in [Call::Read, Call::Write, Call::Write, Call::List] {
            let after = call.make(&client).await;
            assert!(after.is_ok(), "{name}, {:?}: {call:?} fails afterwards: {after:?}", self.call);
        }
        format!("{seen} {requests}")
    }

    fn attacks(self, request: &Request) -> bool {
        (request.target == TOKEN_PATH) == (self.call == Call::Token)
    }

    fn client(self, context: &Context, server: &Server) -> Client {
        let mut builder = context.client(server).attempt_timeout(self.attempt_timeout).max_in_flight(Some(1));
        if self.cached {
            builder = builder.cache(1 << 20);
        }
        if self.call == Call::Token {
            let key = AppKey::pem(planted::app_key());
            builder = builder.app(App::new("Iv23liPlanted", key).installation(7));
        }
        context.value(builder.build())
    }
}

impl Call {
    async fn make(self, client: &Client) -> Result<Option<Collected<Alert>>, Error> {
        let repo = client.repo("acme", "widgets")?;
        match self {
            Self::Read | Self::Token => repo.alert(42).get().await.map(|_| None),
            Self::List => repo.alerts().assignee(planted::QUERY).collect_all().await.map(Some),
            Self::Write => {
                let write = repo.alert(42).resolve(Resolution::Revoked).comment(planted::REMARK);
                write.await.map(|_| None)
            }
        }
    }
}

/// Names a result, and records all of its forms.
fn outcome(context: &Context, result: Result<Option<Collected<Alert>>, Error>) -> String {
    match result {
        Ok(None) => "value".to_owned(),
        Ok(Some(list)) => {
            context.record(&list);
            match list.malformed.len() {
                0 => "value".to_owned(),
                malformed => format!("{} of {} items", list.items.len(), list.items.len() + malformed),
            }
        }
        Err(error) => {
            context.record_error(&error);
            assert!(!(error.outcome_unknown() && error.is_retryable()), "{error}");
            format!("{}{}", error.kind(), if error.outcome_unknown() { "?" } else { "" })
        }
    }
}

/// Returns the response of a server that does as documented; a token expires at `expires`, in Unix time.
fn well_behaved(request: &Request, expires: i64) -> Reply {
    if request.target == TOKEN_PATH {
        let expires = chrono::DateTime::from_timestamp(expires, 0).unwrap().to_rfc3339();
        let token = format!("plantedTokenIssued{}", request.nth);
        return Reply::json(201, &json!({ "token": token, "expires_at": expires, "permissions": {} }));
    }
    success(request, planted::alert(42))
}

/// Returns a success with this alert, in a list if the request is for one.
pub(crate) fn success(request: &Request, alert: Value) -> Reply {
    Reply::ok(&if request.path().ends_with("/alerts") { json!([alert]) } else { alert })
}
