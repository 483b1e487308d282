//! The trait for tokens of a service's own.

use std::fmt::Debug;

use futures_core::future::BoxFuture;
use secrecy::SecretString;

use crate::error::Error;
use crate::panics::{CallersFuture, TOKEN_PROVIDER, contain};
use crate::transport::authorization;

/// Provides the token of each request, for services that keep theirs in a vault.
///
/// It is called before every attempt, so it should cache. A call waits for it within its own
/// deadline. A token must be visible ASCII without spaces.
///
/// ```
/// use github_secret_scanning::{BoxFuture, Client, SecretString, TokenProvider};
/// use std::sync::Mutex;
///
/// #[derive(Debug, Default)]
/// struct Vault {
///     cached: Mutex<Option<SecretString>>,
/// }
///
/// impl Vault {
///     async fn fetch(&self) -> Result<SecretString, std::io::Error> {
///         # let token = SecretString::from("from the vault");
///         // … a request to the vault
///         *self.cached.lock().unwrap() = Some(token.clone());
///         Ok(token)
///     }
/// }
///
/// impl TokenProvider for Vault {
///     fn credential_key(&self) -> &str {
///         "secret-scanning-bot"
///     }
///
///     fn token(&self) -> BoxFuture<'_, Result<SecretString, Box<dyn std::error::Error + Send + Sync>>> {
///         Box::pin(async move {
///             let cached = self.cached.lock().unwrap().clone();
///             match cached {
///                 Some(token) => Ok(token),
///                 None => Ok(self.fetch().await?),
///             }
///         })
///     }
///
///     fn token_refused(&self, _: &SecretString) {
///         *self.cached.lock().unwrap() = None;
///     }
/// }
///
/// let builder = Client::builder().token_provider(Vault::default());
/// ```
///
/// Its error becomes the [`source`](std::error::Error::source) of an [`Error`] of kind
/// [`TokenUnavailable`](crate::ErrorKind::TokenUnavailable), whose `Display` contains the first 300
/// characters of it. So neither its `Display` nor its `Debug`
/// may contain a token.
///
/// If it panics, the call fails with [`Panicked`](crate::ErrorKind::Panicked), and no other call is affected; the message of
/// the panic, which the panic hook writes, may not contain a token either. With `panic = "abort"` the process ends. A panic
/// of [`credential_key`](Self::credential_key) is one of [`ClientBuilder::build`](crate::ClientBuilder::build).
pub trait TokenProvider: Debug + Send + Sync + 'static {
    /// Returns the credential key: a name of the identity behind the tokens, for example the login of a
    /// bot. It is read once, when the client is built.
    ///
    /// Rate-limit state and the cache are keyed by it, so it stays the same while the tokens change, and
    /// two providers of one client's process that speak for different identities differ in it. Logs
    /// contain it, so it is no secret.
    fn credential_key(&self) -> &str;

    /// Returns the token to send with.
    ///
    /// # Errors
    ///
    /// The reason why there is no token.
    fn token(&self) -> BoxFuture<'_, Result<SecretString, Box<dyn std::error::Error + Send + Sync>>>;

    /// Called when the server responds with 401 to `token`, at most once per call.
    ///
    /// Many calls can be refused with one token, so a provider ignores one that it no longer returns.
    /// Default: does nothing; the call then fails with
    /// [`Unauthenticated`](crate::ErrorKind::Unauthenticated) if the next token is the same.
    fn token_refused(&self, token: &SecretString) {
        let _ = token;
    }
}

pub(super) async fn token(provider: &dyn TokenProvider) -> Result<SecretString, Error> {
    let token = CallersFuture::new(
        TOKEN_PROVIDER,
        contain(TOKEN_PROVIDER, || provider.token()).map_err(Error::panicked)?,
    );
    let token = token.await.map_err(Error::panicked)?;
    let token =
        token.map_err(|source| Error::token_unavailable("the token provider failed", source.into()))?;
    match authorization(&token) {
        Ok(_) => Ok(token),
        Err(_) => {
            Err(Error::unusable_token("the token provider returned a token that is invalid in a header"))
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex};

    use http::HeaderValue;
    use secrecy::ExposeSecret;

    use super::super::{Credentials, Unchecked};
    use super::*;
    use crate::error::ErrorKind;
    use crate::transport::{Pools, Settings, TokenSource, Transport};

    /// Returns the last of its tokens, and removes refused ones.
    #[derive(Debug)]
    struct Vault(Mutex<Vec<&'static str>>);

    impl TokenProvider for Vault {
        fn credential_key(&self) -> &str {
            "the vault"
        }

        fn token(&self) -> BoxFuture<'_, Result<SecretString, Box<dyn std::error::Error + Send + Sync>>> {
            let token = self.0.lock().unwrap().last().copied();
            Box::pin(async move { token.map(SecretString::from).ok_or_else(|| "it is sealed".into()) })
        }

        fn token_refused(&self, token: &SecretString) {
            self.0.lock().unwrap().retain(|kept| *kept != token.expose_secret());
        }
    }

    fn credentials(tokens: &[&'static str]) -> Credentials {
        Credentials::check(Unchecked::Provider(Arc::new(Vault(Mutex::new(tokens.to_vec()))))).unwrap()
    }

    /// A transport that sends nothing.
    fn transport() -> Arc<Transport> {
        let (url, user_agent) = ("http://127.0.0.1:1".to_owned(), HeaderValue::from_static("tests"));
        let pools = Pools::new(|| reqwest::Client::builder().build(), None).unwrap();
        Transport::new(pools, url, user_agent, Settings::default(), None)
    }

    #[tokio::test]
    async fn a_provider_is_called_for_each_token_and_after_a_refused_one() -> Result<(), Error> {
        let (credentials, transport) = (credentials(&["second", "first"]), transport());
        let first = credentials.token(&transport).await?;
        assert_eq!(first.expose_secret(), "first");
        let second = credentials.refresh(&transport, &first).await?;
        assert_eq!(second.as_ref().map(|token| token.expose_secret()), Some("second"));
        // Many calls can be refused with the first.
        assert!(credentials.refresh(&transport, &first).await?.is_some());
        assert_eq!(credentials.token(&transport).await?.expose_secret(), "second");
        Ok(())
    }

    #[tokio::test]
    async fn a_provider_that_fails_is_the_source_of_the_error() {
        let error = credentials(&[]).token(&transport()).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::TokenUnavailable);
        let source = std::error::Error::source(&error).map(ToString::to_string);
        assert_eq!(source.as_deref(), Some("it is sealed"));
        assert_eq!(
            error.to_string(),
            "no token: the token provider failed: it is sealed; the request was not sent"
        );
    }

    #[tokio::test]
    async fn a_token_that_is_invalid_in_a_header_is_neither_sent_nor_shown() {
        let credentials = credentials(&["hunter2\n"]);
        let error = credentials.token(&transport()).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::TokenUnavailable);
        assert!(!format!("{error} {error:?} {credentials:?}").contains("hunter2"));
    }
}
