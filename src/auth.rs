//! Credentials: a static token, a token provider, or a GitHub App.

#[cfg(feature = "app")]
mod app;
#[cfg(feature = "app")]
mod app_client;
#[cfg(test)]
#[cfg(feature = "app")]
pub(crate) mod fake_app;
#[cfg(feature = "app")]
mod installation_token;
#[cfg(feature = "app")]
mod jwt;
mod provider;
#[cfg(test)]
#[cfg(feature = "app")]
mod tests;

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use futures_core::future::BoxFuture;
use secrecy::{ExposeSecret, SecretString};

#[cfg(feature = "app")]
pub use app::{App, AppKey};
pub use provider::TokenProvider;

#[cfg(feature = "app")]
use app_client::AppClient;
#[cfg(feature = "app")]
use installation_token::InstallationTokens;

use crate::error::Error;
use crate::exchange::CredentialKey;
use crate::panics::{TOKEN_PROVIDER, contain};
use crate::transport::{TokenSource, Transport, authorization};

/// The argument of a builder; not checked yet.
#[derive(Clone)]
pub(crate) enum Unchecked {
    Token(SecretString),
    Provider(Arc<dyn TokenProvider>),
    #[cfg(feature = "app")]
    App(App),
}

/// The source of the token of each request.
pub(crate) struct Credentials {
    key: CredentialKey,
    source: Source,
}

enum Source {
    Static(SecretString),
    Provider(Arc<dyn TokenProvider>),
    #[cfg(feature = "app")]
    Installation(Arc<InstallationTokens>),
}

impl Credentials {
    /// Checks the argument of a builder.
    pub(crate) fn check(credentials: Unchecked) -> Result<Self, Error> {
        match credentials {
            Unchecked::Token(token) => Self::static_token(token),
            Unchecked::Provider(provider) => {
                let key =
                    CredentialKey::new(format!("provider {}", provider.credential_key().escape_debug()));
                Ok(Self { key, source: Source::Provider(provider) })
            }
            #[cfg(feature = "app")]
            Unchecked::App(app) => Self::installation(app),
        }
    }

    /// One token for the life of the client.
    fn static_token(token: SecretString) -> Result<Self, Error> {
        /// Tells the tokens of one process apart in a log, without being made from them.
        static TOKENS: AtomicU64 = AtomicU64::new(1);

        if let Err(reason) = authorization(&token) {
            return Err(Error::invalid_argument("token", reason));
        }
        let number = TOKENS.fetch_add(1, Ordering::Relaxed);
        Ok(Self { key: CredentialKey::new(format!("token {number}")), source: Source::Static(token) })
    }

    /// The installation access tokens of a GitHub App.
    #[cfg(feature = "app")]
    fn installation(app: App) -> Result<Self, Error> {
        let (id, signer, installation) = app.check()?;
        let key = CredentialKey::new(format!("app {id}, installation {installation}"));
        let app = AppClient::new(signer, installation, CredentialKey::new(format!("app {id}")));
        Ok(Self { key, source: Source::Installation(Arc::new(InstallationTokens::new(app))) })
    }
}

impl TokenSource for Credentials {
    fn credential_key(&self) -> &CredentialKey {
        &self.key
    }

    fn token<'a>(&'a self, transport: &'a Arc<Transport>) -> BoxFuture<'a, Result<SecretString, Error>> {
        let _ = transport;
        match &self.source {
            Source::Static(token) => Box::pin(std::future::ready(Ok(token.clone()))),
            Source::Provider(provider) => Box::pin(provider::token(provider.as_ref())),
            #[cfg(feature = "app")]
            Source::Installation(tokens) => Box::pin(tokens.token(transport)),
        }
    }

    fn refresh<'a>(
        &'a self,
        transport: &'a Arc<Transport>,
        refused: &'a SecretString,
    ) -> BoxFuture<'a, Result<Option<SecretString>, Error>> {
        let _ = transport;
        match &self.source {
            Source::Static(_) => Box::pin(std::future::ready(Ok(None))),
            Source::Provider(provider) => Box::pin(async move {
                contain(TOKEN_PROVIDER, || provider.token_refused(refused)).map_err(Error::panicked)?;
                let token = provider::token(provider.as_ref()).await?;
                Ok((token.expose_secret() != refused.expose_secret()).then_some(token))
            }),
            #[cfg(feature = "app")]
            Source::Installation(tokens) => Box::pin(tokens.refresh(transport, refused)),
        }
    }

    fn deadline_exceeded(&self) -> Error {
        match &self.source {
            Source::Static(_) => Error::deadline_exceeded("a token"),
            Source::Provider(_) => Error::deadline_exceeded("the token provider"),
            #[cfg(feature = "app")]
            Source::Installation(tokens) => tokens.deadline_exceeded(),
        }
    }
}

impl fmt::Debug for Unchecked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Token(_) => f.write_str("Token"),
            // The provider's own form may show what it stores.
            Self::Provider(provider) => f.debug_tuple("Provider").field(&provider.credential_key()).finish(),
            #[cfg(feature = "app")]
            Self::App(app) => app.fmt(f),
        }
    }
}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Credentials").field(&self.key).finish()
    }
}
