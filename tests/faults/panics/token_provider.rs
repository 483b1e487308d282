//! A token provider that panics.

use std::error::Error;

use futures_util::future::{BoxFuture, FutureExt};
use github_secret_scanning::{ErrorKind, SecretString, TokenProvider};

use super::{Trap, Trapped, assert_nothing_is_held, assert_panicked, write};
use crate::support::{Context, Reply, cases, planted};

cases![token_provider_that_panics_is_an_error_of_its_call];

/// A provider that panics: where, is its only field but the trap.
#[derive(Debug)]
struct FaultyVault(Trap, &'static str);

impl FaultyVault {
    fn at(&self, place: &str) {
        if self.1 == place {
            self.0.spring();
        }
    }
}

impl TokenProvider for FaultyVault {
    fn credential_key(&self) -> &str {
        "vault-of-acme"
    }

    fn token(&self) -> BoxFuture<'_, Result<SecretString, Box<dyn Error + Send + Sync>>> {
        self.at("call");
        let token = async {
            tokio::task::yield_now().await;
            Ok(planted::TOKEN.into())
        };
        let trap = |place| if self.1 == place { self.0.clone() } else { Trap::default() };
        Trapped { future: token.boxed(), on_poll: trap("poll"), on_drop: trap("drop") }.boxed()
    }

    fn token_refused(&self, _: &SecretString) {
        self.at("refused");
    }
}

async fn token_provider_that_panics_is_an_error_of_its_call(context: Context) {
    for (place, attempts) in [("call", Some(0)), ("poll", Some(0)), ("refused", Some(1)), ("drop", None)] {
        let trap = Trap::armed();
        let server = context.server(move |request| match (place, request.nth) {
            ("refused" | "drop", 0) => Reply::refusal(401, "Bad credentials"),
            _ => Reply::ok(&planted::alert(42)),
        });
        let vault = FaultyVault(trap.clone(), place);
        let repo = context.build(context.client(&server).token_provider(vault).max_in_flight(Some(1)));
        let result = write(&repo).await;
        match attempts {
            Some(attempts) => {
                let error = context.error(result);
                assert_panicked(&context, &error, "the token provider", attempts);
                assert!(!error.outcome_unknown(), "{place}");
            }
            // The token had arrived; the server refused it.
            None => assert_eq!(context.error(result).kind(), ErrorKind::Unauthenticated),
        }
        assert!(repo.alert(42).get().send().now_or_never().is_none_or(|result| result.is_err()));
        trap.disarm();
        context.value(repo.alert(42).get().await);
        assert_nothing_is_held(&context, &repo).await;
    }
}
