//! Token providers, and the response 401.

use std::collections::VecDeque;
use std::error::Error as StdError;
use std::sync::Mutex;

use futures_util::future::{BoxFuture, FutureExt};
use github_secret_scanning::models::Resolution;
use github_secret_scanning::{ErrorKind, Repo, SecretString, TokenProvider};

use crate::support::{Context, Reply, Request, Server, cases, planted};

cases![
    static_token_is_not_retried_after_a_401,
    read_is_retried_with_the_next_token_after_a_401,
    write_is_retried_with_the_next_token_after_a_401,
    second_401_is_an_error,
    refused_token_is_masked_in_the_response_to_the_next_one,
    same_token_is_not_sent_again_after_a_401,
    failed_refresh_is_token_unavailable,
    nothing_is_sent_without_a_token,
    deadline_while_the_token_provider_is_called_names_it,
];

/// A provider of these tokens, which returns the next one after each rejection; `None` is an error.
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
    fn credential_key(&self) -> &str {
        "vault-of-acme"
    }

    fn token(&self) -> BoxFuture<'_, Result<SecretString, Box<dyn StdError + Send + Sync>>> {
        let token = self.tokens.lock().unwrap().front().copied().flatten();
        async move { token.map(SecretString::from).ok_or_else(|| "the vault is sealed".into()) }.boxed()
    }

    fn token_refused(&self, token: &SecretString) {
        let _ = token;
        let mut tokens = self.tokens.lock().unwrap();
        if tokens.len() > 1 {
            tokens.pop_front();
        }
    }
}

fn with_vault(context: &Context, server: &Server, tokens: &[Option<&'static str>]) -> Repo {
    context.build(context.client(server).token_provider(Vault::of(tokens.iter().copied())))
}

/// Replies like GitHub to an unknown token.
fn bad_credentials(request: &Request) -> Reply {
    Reply::refusal(401, &format!("Bad credentials {}", request.token().unwrap_or_default()))
}

/// Accepts only `planted::NEXT_TOKEN`.
fn accept_next_token(request: &Request) -> Reply {
    match request.token().as_deref() {
        Some(planted::NEXT_TOKEN) => Reply::ok(&planted::alert(42)),
        _ => bad_credentials(request),
    }
}

async fn static_token_is_not_retried_after_a_401(context: Context) {
    let server = context.server(bad_credentials);
    let error = context.error(context.repo(&server).alert(42).get().await);
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Unauthenticated, 1));
    assert_eq!(error.message(), Some("Bad credentials [redacted]"));
    assert!(!error.is_retryable());
    assert_eq!(server.count(), 1);
}

async fn read_is_retried_with_the_next_token_after_a_401(context: Context) {
    let server = context.server(accept_next_token);
    let repo = with_vault(&context, &server, &[Some(planted::TOKEN), Some(planted::NEXT_TOKEN)]);
    assert_eq!(context.value(repo.alert(42).get().await).number, 42);
    assert_eq!(server.tokens(), [planted::TOKEN, planted::NEXT_TOKEN]);
    assert_eq!(context.value(repo.alert(42).get().await).number, 42);
    assert_eq!(server.count(), 3);
}

async fn write_is_retried_with_the_next_token_after_a_401(context: Context) {
    let server = context.server(accept_next_token);
    let repo = with_vault(&context, &server, &[Some(planted::TOKEN), Some(planted::NEXT_TOKEN)]);
    let write = repo.alert(42).resolve(Resolution::Revoked).comment(planted::REMARK);
    assert_eq!(context.value(write.await).number, 42);
    assert_eq!(server.tokens(), [planted::TOKEN, planted::NEXT_TOKEN]);
    assert!(server.requests().iter().all(|request| request.text().contains(planted::REMARK)));
}

async fn second_401_is_an_error(context: Context) {
    let server = context.server(bad_credentials);
    let tokens = [Some(planted::TOKEN), Some(planted::NEXT_TOKEN), Some(planted::OTHER_TOKEN)];
    let error = context.error(with_vault(&context, &server, &tokens).alert(42).get().await);
    assert_eq!((error.kind(), error.status(), error.attempts()), (ErrorKind::Unauthenticated, Some(401), 2));
    assert_eq!(error.message(), Some("Bad credentials [redacted]"));
    assert_eq!(server.tokens(), [planted::TOKEN, planted::NEXT_TOKEN]);
}

async fn refused_token_is_masked_in_the_response_to_the_next_one(context: Context) {
    let server = context.server(|request| match request.token().as_deref() {
        Some(planted::NEXT_TOKEN) => Reply::refusal(403, &format!("{} is revoked", planted::TOKEN)),
        _ => bad_credentials(request),
    });
    let repo = with_vault(&context, &server, &[Some(planted::TOKEN), Some(planted::NEXT_TOKEN)]);
    let error = context.error(repo.alert(42).get().await);
    assert_eq!((error.kind(), error.message()), (ErrorKind::Forbidden, Some("[redacted] is revoked")));
    assert_eq!(server.count(), 2);
}

async fn same_token_is_not_sent_again_after_a_401(context: Context) {
    let server = context.server(bad_credentials);
    let error = context.error(with_vault(&context, &server, &[Some(planted::TOKEN)]).alert(42).get().await);
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Unauthenticated, 1));
    assert_eq!(server.count(), 1);
}

async fn failed_refresh_is_token_unavailable(context: Context) {
    let server = context.server(bad_credentials);
    let repo = with_vault(&context, &server, &[Some(planted::TOKEN), None]);
    let error = context.error(repo.alert(42).resolve(Resolution::Revoked).comment(planted::REMARK).await);
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::TokenUnavailable, 1));
    let source = std::error::Error::source(&error).map(ToString::to_string);
    assert_eq!(source.as_deref(), Some("the vault is sealed"));
    assert!(!error.outcome_unknown());
    assert_eq!(server.count(), 1);
}

async fn nothing_is_sent_without_a_token(context: Context) {
    let server = context.script([]);
    let error = context.error(with_vault(&context, &server, &[None]).alert(42).get().await);
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::TokenUnavailable, 0));
    assert_eq!((server.count(), server.connections()), (0, 0));
}

/// A provider that never returns.
#[derive(Debug)]
struct Stuck;

impl TokenProvider for Stuck {
    fn credential_key(&self) -> &str {
        "vault-of-acme"
    }

    fn token(&self) -> BoxFuture<'_, Result<SecretString, Box<dyn StdError + Send + Sync>>> {
        std::future::pending().boxed()
    }
}

async fn deadline_while_the_token_provider_is_called_names_it(context: Context) {
    let server = context.script([]);
    let repo = context.build(context.client(&server).token_provider(Stuck));
    let error = context.error(repo.alert(42).get().await);
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Deadline, 0));
    assert!(error.to_string().contains("waiting for the token provider"), "{error}");
    assert_eq!((server.count(), server.connections()), (0, 0));
}
