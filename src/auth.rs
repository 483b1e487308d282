//! Who a request speaks for: a fixed token, a service's own provider, or a GitHub App.

mod app;
mod asking;
#[cfg(test)]
pub(crate) mod fake_app;
mod jwt;
mod minting;
mod principal;
mod provider;
#[cfg(test)]
mod tests;

use std::fmt;
use std::sync::Arc;

use http::HeaderValue;
use secrecy::{ExposeSecret, SecretString};

pub use app::{App, AppKey};
pub(crate) use principal::Principal;
pub use provider::TokenProvider;

use asking::AppItself;
use minting::Mint;

use crate::client::Client;
use crate::error::Error;

/// What a builder was told of who requests speak for; not checked yet.
#[derive(Clone)]
pub(crate) enum Identity {
    Token(SecretString),
    Provider(Arc<dyn TokenProvider>),
    App(App),
}

/// Where the token of a request comes from. Clones share what was learned.
#[derive(Clone)]
pub(crate) struct Credentials(Arc<Inner>);

struct Inner {
    principal: Principal,
    source: Source,
}

enum Source {
    Fixed(SecretString),
    Provider(Arc<dyn TokenProvider>),
    Installation(Arc<Mint>),
}

impl Credentials {
    /// Checks what the builder was told.
    pub(crate) fn of(identity: Identity) -> Result<Self, Error> {
        match identity {
            Identity::Token(token) => Self::fixed(token),
            Identity::Provider(provider) => Ok(Self::provided(provider)),
            Identity::App(app) => Self::installed(app),
        }
    }

    /// One token for as long as the client lives.
    fn fixed(token: SecretString) -> Result<Self, Error> {
        if let Err(reason) = authorization(&token) {
            return Err(Error::invalid_argument("token", reason));
        }
        Ok(Self::new(Principal::of_token(&token), Source::Fixed(token)))
    }

    /// Tokens that the service keeps.
    fn provided(provider: Arc<dyn TokenProvider>) -> Self {
        Self::new(Principal::Provider(provider.name().into()), Source::Provider(provider))
    }

    /// The tokens of a GitHub App's installation.
    fn installed(app: App) -> Result<Self, Error> {
        let (id, signer, installation) = app.checked()?;
        let id: Arc<str> = id.into();
        let principal = Principal::Installation(Arc::clone(&id), installation.clone());
        let mint = Mint::new(AppItself::new(signer, installation, Principal::App(id)));
        Ok(Self::new(principal, Source::Installation(Arc::new(mint))))
    }

    /// A token that is made for one request, and was not given by a caller.
    fn bearer(principal: Principal, token: SecretString) -> Self {
        Self::new(principal, Source::Fixed(token))
    }

    fn new(principal: Principal, source: Source) -> Self {
        Self(Arc::new(Inner { principal, source }))
    }

    /// Whose limits count and whose stored answers may be served.
    pub(crate) fn principal(&self) -> &Principal {
        &self.0.principal
    }

    /// The token to send with; what comes back always fits into a header.
    pub(crate) async fn token(&self, client: &Client) -> Result<SecretString, Error> {
        match &self.0.source {
            Source::Fixed(token) => Ok(token.clone()),
            Source::Provider(provider) => provider::ask(provider.as_ref()).await,
            Source::Installation(mint) => mint.token(client).await,
        }
    }

    /// Another token after the server refused `rejected`, or `None` where there is no other.
    pub(crate) async fn renewed(
        &self,
        client: &Client,
        rejected: &SecretString,
    ) -> Result<Option<SecretString>, Error> {
        match &self.0.source {
            Source::Fixed(_) => Ok(None),
            Source::Installation(mint) => mint.renewed(client, rejected).await,
            Source::Provider(provider) => {
                provider.rejected(rejected);
                let token = provider::ask(provider.as_ref()).await?;
                Ok((token.expose_secret() != rejected.expose_secret()).then_some(token))
            }
        }
    }
}

impl fmt::Debug for Identity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Token(_) => f.write_str("Token"),
            // The provider's own `Debug` may show what it keeps.
            Self::Provider(provider) => f.debug_tuple("Provider").field(&provider.name()).finish(),
            Self::App(app) => app.fmt(f),
        }
    }
}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Credentials").field(&self.0.principal).finish()
    }
}

/// The `Authorization` header of `token`, or what is wrong with it.
pub(crate) fn authorization(token: &SecretString) -> Result<HeaderValue, &'static str> {
    let token = token.expose_secret();
    if token.is_empty() {
        return Err("must not be empty");
    }
    if !token.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Err("must be visible ASCII without spaces (is there a line break at its end?)");
    }
    let mut value =
        HeaderValue::try_from(format!("Bearer {token}")).map_err(|_| "cannot be sent in a header")?;
    value.set_sensitive(true);
    Ok(value)
}
