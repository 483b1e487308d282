//! Tokens that are refused, and where the next one comes from.

use std::collections::VecDeque;
use std::error::Error as StdError;
use std::sync::Mutex;

use futures_util::future::{BoxFuture, FutureExt};
use github_secret_scanning::models::Resolution;
use github_secret_scanning::{ErrorKind, Repo, SecretString, TokenProvider};

use crate::support::{Reply, Request, Server, World, cases, planted};

cases![
    a_401_with_a_fixed_token_is_final,
    a_401_once_is_repeated_once_with_the_next_token,
    a_write_that_was_refused_with_401_is_repeated_once_with_the_next_token,
    a_401_for_every_token_is_an_error_after_the_second,
    a_vault_that_has_no_other_token_sends_nothing_again,
    a_token_renewal_that_fails_is_an_error_that_says_so,
    a_vault_that_fails_from_the_start_sends_nothing,
];

/// A vault that hands out these tokens, the next one each time that one was rejected. `None` is a
/// vault that fails.
struct Vault {
    tokens: Mutex<VecDeque<Option<&'static str>>>,
}

impl Vault {
    fn of(tokens: impl IntoIterator<Item = Option<&'static str>>) -> Self {
        Self { tokens: Mutex::new(tokens.into_iter().collect()) }
    }
}

impl std::fmt::Debug for Vault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Vault")
    }
}

impl TokenProvider for Vault {
    fn name(&self) -> &str {
        "vault-of-acme"
    }

    fn token(&self) -> BoxFuture<'_, Result<SecretString, Box<dyn StdError + Send + Sync>>> {
        let token = self.tokens.lock().unwrap().front().copied().flatten();
        async move { token.map(SecretString::from).ok_or_else(|| "the vault is sealed".into()) }.boxed()
    }

    fn rejected(&self, token: &SecretString) {
        let _ = token;
        let mut tokens = self.tokens.lock().unwrap();
        if tokens.len() > 1 {
            tokens.pop_front();
        }
    }
}

fn with_vault(world: &World, server: &Server, tokens: &[Option<&'static str>]) -> Repo {
    world.build(world.client(server).token_provider(Vault::of(tokens.iter().copied())))
}

/// Answers as GitHub does to a token that it does not know.
fn bad_credentials(request: &Request) -> Reply {
    Reply::refusal(401, &format!("Bad credentials {}", request.token().unwrap_or_default()))
}

/// Knows no token but the next one.
fn only_the_next(request: &Request) -> Reply {
    match request.token().as_deref() {
        Some(planted::NEXT_TOKEN) => Reply::ok(&planted::alert(42)),
        _ => bad_credentials(request),
    }
}

async fn a_401_with_a_fixed_token_is_final(world: World) {
    let server = world.answering(bad_credentials);
    let error = world.error(world.repo(&server).alert(42).get().await);
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Unauthenticated, 1));
    assert_eq!(error.message(), Some("Bad credentials [redacted]"));
    assert!(!error.is_retryable());
    assert_eq!(server.count(), 1);
}

async fn a_401_once_is_repeated_once_with_the_next_token(world: World) {
    let server = world.answering(only_the_next);
    let repo = with_vault(&world, &server, &[Some(planted::TOKEN), Some(planted::NEXT_TOKEN)]);
    assert_eq!(world.value(repo.alert(42).get().await).number, 42);
    assert_eq!(server.tokens(), [planted::TOKEN, planted::NEXT_TOKEN]);
    assert_eq!(world.value(repo.alert(42).get().await).number, 42);
    assert_eq!(server.count(), 3);
}

async fn a_write_that_was_refused_with_401_is_repeated_once_with_the_next_token(world: World) {
    let server = world.answering(only_the_next);
    let repo = with_vault(&world, &server, &[Some(planted::TOKEN), Some(planted::NEXT_TOKEN)]);
    let write = repo.alert(42).resolve(Resolution::Revoked).comment(planted::REMARK);
    assert_eq!(world.value(write.await).number, 42);
    assert_eq!(server.tokens(), [planted::TOKEN, planted::NEXT_TOKEN]);
    assert!(server.requests().iter().all(|request| request.text().contains(planted::REMARK)));
}

async fn a_401_for_every_token_is_an_error_after_the_second(world: World) {
    let server = world.answering(bad_credentials);
    let tokens = [Some(planted::TOKEN), Some(planted::NEXT_TOKEN), Some(planted::OTHER_TOKEN)];
    let error = world.error(with_vault(&world, &server, &tokens).alert(42).get().await);
    assert_eq!((error.kind(), error.status(), error.attempts()), (ErrorKind::Unauthenticated, Some(401), 2));
    assert_eq!(error.message(), Some("Bad credentials [redacted]"));
    assert_eq!(server.tokens(), [planted::TOKEN, planted::NEXT_TOKEN]);
}

async fn a_vault_that_has_no_other_token_sends_nothing_again(world: World) {
    let server = world.answering(bad_credentials);
    let error = world.error(with_vault(&world, &server, &[Some(planted::TOKEN)]).alert(42).get().await);
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Unauthenticated, 1));
    assert_eq!(server.count(), 1);
}

async fn a_token_renewal_that_fails_is_an_error_that_says_so(world: World) {
    let server = world.answering(bad_credentials);
    let repo = with_vault(&world, &server, &[Some(planted::TOKEN), None]);
    let error = world.error(repo.alert(42).resolve(Resolution::Revoked).comment(planted::REMARK).await);
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::TokenUnavailable, 1));
    let source = std::error::Error::source(&error).map(ToString::to_string);
    assert_eq!(source.as_deref(), Some("the vault is sealed"));
    assert!(!error.outcome_unknown());
    assert_eq!(server.count(), 1);
}

async fn a_vault_that_fails_from_the_start_sends_nothing(world: World) {
    let server = world.server([]);
    let error = world.error(with_vault(&world, &server, &[None]).alert(42).get().await);
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::TokenUnavailable, 0));
    assert_eq!((server.count(), server.connections()), (0, 0));
}
