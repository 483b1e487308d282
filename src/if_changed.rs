//! Reading one alert again only if it changed.

use std::fmt;
use std::str::FromStr;

use futures_core::future::BoxFuture;
use github_secret_scanning_generated::types::Alert;
use http::HeaderValue;

use crate::error::Error;
use crate::requests::GetAlert;

/// The mark by which the server knows one version of an answer.
///
/// A service can keep it beside what it made of that answer, as the text that
/// [`as_str`](Self::as_str) gives and [`parse`](str::parse) takes, and ask later whether anything
/// changed. It is worth nothing to another token or with other parameters.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct ETag(HeaderValue);

/// What came of reading something only if it changed.
#[derive(Clone, Debug, PartialEq)]
pub enum IfChanged<T> {
    /// It is another version than the one that is known, or none is known.
    Changed {
        /// What it is now.
        value: T,
        /// The mark of this version; `None` if the server gave none.
        etag: Option<ETag>,
    },
    /// It is still the version that is known. Such an answer costs nothing of GitHub's primary
    /// rate limit.
    Unchanged,
}

impl GetAlert {
    /// Reads the alert only if it is no longer the version that is `known`.
    ///
    /// With `None` it is read in any case; the answer then brings the mark to ask with the next
    /// time. The [cache](crate::ClientBuilder::cache) is not asked where a mark is known.
    ///
    /// # Errors
    ///
    /// Every kind of [`Error`]; that it did not change is none.
    pub fn send_if_changed(
        self,
        known: Option<&ETag>,
    ) -> BoxFuture<'static, Result<IfChanged<Alert>, Error>> {
        let call = match known {
            Some(ETag(known)) => self.call().if_none_match(known.clone()),
            None => self.call(),
        };
        Box::pin(async move {
            match self.send_on(call.clone()).await {
                Err(_) if call.is_unchanged() => Ok(IfChanged::Unchanged),
                alert => Ok(IfChanged::Changed { value: alert?, etag: call.etag() }),
            }
        })
    }
}

impl ETag {
    /// The text of it, to be stored; it says nothing about what it marks.
    pub fn as_str(&self) -> &str {
        self.0.to_str().unwrap_or_default()
    }

    /// `None` where it is not written as RFC 9110 has it, in visible ASCII.
    pub(crate) fn of(value: &HeaderValue) -> Option<Self> {
        let text = value.to_str().ok()?;
        let quoted = text.strip_prefix("W/").unwrap_or(text);
        let opaque = quoted.strip_prefix('"')?.strip_suffix('"')?;
        let fits = opaque.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'"');
        fits.then(|| Self(value.clone()))
    }
}

impl FromStr for ETag {
    type Err = Error;

    /// Takes what [`as_str`](Self::as_str) gave.
    fn from_str(text: &str) -> Result<Self, Error> {
        let read = HeaderValue::from_str(text).ok().as_ref().and_then(Self::of);
        read.ok_or_else(|| Error::invalid_argument("etag", "must be in quotes, with `W/` before it or not"))
    }
}

impl fmt::Debug for ETag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ETag")
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use test_kit::{Reply, Request};

    use super::*;
    use crate::auth::fake_app::Server;
    use crate::{Client, ErrorKind};

    fn asks_for_change(request: &Request, _count: usize) -> Option<Reply> {
        let reply = match request.header("if-none-match") {
            Some("W/\"v2\"") => Reply::status(304),
            Some(_) => Reply::ok(&json!({ "number": 2 })),
            None => Reply::ok(&json!({ "number": 1 })),
        };
        Some(reply.header("etag", "W/\"v2\""))
    }

    async fn read(client: &Client, known: Option<&ETag>) -> Result<IfChanged<Alert>, Error> {
        client.repo("acme", "widgets")?.alert(42).get().send_if_changed(known).await
    }

    #[tokio::test]
    async fn an_alert_that_did_not_change_is_no_error_and_one_that_did_brings_its_mark() -> Result<(), Error>
    {
        let server = Server::start(0, asks_for_change);
        // With a cache or without: the mark that the caller knows is the one that counts.
        for builder in [server.builder(), server.builder().cache(1 << 20)] {
            let client = builder.token("hunter2").build()?;
            let IfChanged::Changed { value, etag: Some(etag) } = read(&client, None).await? else {
                panic!("nothing was known yet")
            };
            assert_eq!((value.number, etag.as_str()), (1, "W/\"v2\""));
            assert_eq!(read(&client, Some(&etag)).await?, IfChanged::Unchanged);
            let changed = read(&client, Some(&"\"v1\"".parse()?)).await?;
            assert!(matches!(changed, IfChanged::Changed { value, .. } if value.number == 2));
        }
        Ok(())
    }

    #[tokio::test]
    async fn a_304_that_nobody_asked_for_is_an_error_also_here() -> Result<(), Error> {
        let server = Server::start(0, |_, _| Some(Reply::status(304)));
        let client = server.builder().token("hunter2").build()?;
        let error = read(&client, None).await.unwrap_err();
        assert_eq!((error.kind(), error.status()), (ErrorKind::UnexpectedStatus, Some(304)));
        Ok(())
    }

    #[test]
    fn a_mark_comes_back_from_its_text() -> Result<(), Error> {
        for text in [r#""a1b2""#, r#"W/"a1b2""#, r#""""#] {
            assert_eq!(text.parse::<ETag>()?.as_str(), text);
        }
        Ok(())
    }

    #[test]
    fn what_is_no_mark_is_refused_without_being_shown() {
        for text in ["", "hunter2", "\"hunter2", "\"hun\"ter2\"", "\"hunter2\"\n", "w/\"hunter2\"", "*", "\""]
        {
            let error = text.parse::<ETag>().unwrap_err();
            assert_eq!(error.argument(), Some("etag"), "{text}");
            assert!(!format!("{error} {error:?}").contains("ter2"));
        }
    }
}
