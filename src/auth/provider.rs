//! Tokens from elsewhere: the trait for services that keep their secrets in a vault.

use std::fmt::Debug;

use futures_core::future::BoxFuture;
use secrecy::SecretString;

use super::authorization;
use crate::error::Error;

/// Gives out the token that requests carry, for services that keep it in a vault.
///
/// It is asked before every request, so it should keep what it fetched. A call waits for it
/// within its own deadline. What it answers with must be visible ASCII without spaces.
///
/// Its error becomes the [`source`](std::error::Error::source) of an
/// [`Error`] of kind [`TokenUnavailable`](crate::ErrorKind::TokenUnavailable), so
/// neither its `Display` nor its `Debug` may hold a token.
pub trait TokenProvider: Debug + Send + Sync + 'static {
    /// Whom the tokens speak for, the same while they change: rate limits and stored answers
    /// are kept under it. It is shown in logs.
    fn name(&self) -> &str;

    /// The token to send with.
    ///
    /// # Errors
    ///
    /// Whatever keeps it from having one.
    fn token(&self) -> BoxFuture<'_, Result<SecretString, Box<dyn std::error::Error + Send + Sync>>>;

    /// Hears that the server refused `token` (401), before being asked again, once a call.
    ///
    /// Many calls can be refused with one token, so a provider that is told of one that it no
    /// longer gives out has nothing to do. By default nothing happens, and a call fails with
    /// [`Unauthenticated`](crate::ErrorKind::Unauthenticated) if the next answer is the same token.
    fn rejected(&self, token: &SecretString) {
        let _ = token;
    }
}

pub(super) async fn ask(provider: &dyn TokenProvider) -> Result<SecretString, Error> {
    let token = provider
        .token()
        .await
        .map_err(|source| Error::token_unavailable("the token provider failed", source.into()))?;
    match authorization(&token) {
        Ok(_) => Ok(token),
        Err(_) => Err(Error::unusable_token("the token provider gave what no header can carry")),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use secrecy::ExposeSecret;

    use super::*;
    use crate::{Client, ErrorKind};

    /// Gives out the last of its tokens; each that is rejected goes.
    #[derive(Debug)]
    struct Vault(Mutex<Vec<&'static str>>);

    impl TokenProvider for Vault {
        fn name(&self) -> &str {
            "the vault"
        }

        fn token(&self) -> BoxFuture<'_, Result<SecretString, Box<dyn std::error::Error + Send + Sync>>> {
            let token = self.0.lock().unwrap().last().copied();
            Box::pin(async move { token.map(SecretString::from).ok_or_else(|| "it is sealed".into()) })
        }

        fn rejected(&self, token: &SecretString) {
            self.0.lock().unwrap().retain(|kept| *kept != token.expose_secret());
        }
    }

    fn client(tokens: &[&'static str]) -> Client {
        Client::builder().token_provider(Vault(Mutex::new(tokens.to_vec()))).build().unwrap()
    }

    #[tokio::test]
    async fn a_provider_is_asked_each_time_and_hears_what_was_refused() -> Result<(), Error> {
        let client = client(&["second", "first"]);
        let credentials = client.credentials();
        let first = credentials.token(&client).await?;
        assert_eq!(first.expose_secret(), "first");
        let second = credentials.renewed(&client, &first).await?;
        assert_eq!(second.as_ref().map(|token| token.expose_secret()), Some("second"));
        // Many calls may have used the first.
        assert!(credentials.renewed(&client, &first).await?.is_some());
        assert_eq!(credentials.token(&client).await?.expose_secret(), "second");
        Ok(())
    }

    #[tokio::test]
    async fn a_provider_that_fails_is_the_source_of_the_error() {
        let client = client(&[]);
        let error = client.credentials().token(&client).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::TokenUnavailable);
        let source = std::error::Error::source(&error).map(ToString::to_string);
        assert_eq!(source.as_deref(), Some("it is sealed"));
        assert!(!format!("{error}").contains("sealed"), "Display never repeats its source");
    }

    #[tokio::test]
    async fn a_token_that_no_header_can_carry_is_not_sent_and_not_shown() {
        let client = client(&["hunter2\n"]);
        let error = client.credentials().token(&client).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::TokenUnavailable);
        assert!(!format!("{error} {error:?} {client:?}").contains("hunter2"));
    }
}
