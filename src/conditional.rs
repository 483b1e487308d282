//! Conditional requests: reading a value only if it changed.

use std::str::FromStr;

use github_secret_scanning_generated::Operation;
use http::{HeaderValue, StatusCode};
use serde::de::DeserializeOwned;

use crate::client::Client;
use crate::error::Error;
use crate::exchange::{Condition, ETAG_FORM, ETag};
use crate::{call, decode};

/// The result of a conditional request.
#[derive(Clone, Debug, PartialEq)]
pub enum IfChanged<T> {
    /// The validator does not match, or there was none.
    Changed {
        /// The current value.
        value: T,
        /// The validator of this value; `None` if the server sent none, more than one, a malformed one, or one longer
        /// than 1 KiB.
        etag: Option<ETag>,
    },
    /// The validator still matches. Such a response does not count against GitHub's primary rate
    /// limit.
    Unchanged,
}

/// Sends `request` under the condition that the validator `known` no longer matches.
///
/// With `None` the value is returned in any case, with a validator for the next request. With a
/// validator, the cache is bypassed.
pub(crate) async fn value<T: DeserializeOwned>(
    client: &Client,
    operation: &'static Operation,
    request: Result<reqwest::Request, Error>,
    known: Option<ETag>,
) -> Result<IfChanged<T>, Error> {
    let condition = known.map_or(Condition::None, Condition::IfNoneMatch);
    let response = call::send(client, operation, request, condition).await?;
    if response.status == StatusCode::NOT_MODIFIED {
        return Ok(IfChanged::Unchanged);
    }
    // A service stores its text.
    let etag = ETag::of(&response.headers).filter(|etag| !response.redaction.touches(etag.as_str()));
    Ok(IfChanged::Changed { value: decode::response(operation.into(), &response)?, etag })
}

impl FromStr for ETag {
    type Err = Error;

    /// Parses the text that [`as_str`](Self::as_str) returns.
    ///
    /// # Errors
    ///
    /// [`InvalidArgument`](crate::ErrorKind::InvalidArgument) for `etag` if it does not have the form of
    /// RFC 9110, in visible ASCII, or is longer than 1 KiB.
    fn from_str(text: &str) -> Result<Self, Error> {
        let value = HeaderValue::from_str(text).ok();
        let etag = value.as_ref().and_then(Self::from_header);
        etag.ok_or_else(|| Error::invalid_argument("etag", ETAG_FORM))
    }
}

#[cfg(test)]
mod tests {
    use github_secret_scanning_generated::types::Alert;
    use serde_json::json;
    use test_kit::{Reply, Request, Server};

    use super::*;
    use crate::error::ErrorKind;

    /// The alert `v2`; another number shows whether the request was conditional.
    fn version_2(request: &Request) -> Reply {
        match request.header("if-none-match") {
            Some("W/\"v2\"") => Reply::status(304).header("etag", "W/\"v2\""),
            Some(_) => Reply::ok(&json!({"number": 2})).header("etag", "W/\"v2\""),
            None => Reply::ok(&json!({"number": 1})).header("etag", "W/\"v2\""),
        }
    }

    async fn read(client: &Client, known: Option<&ETag>) -> Result<IfChanged<Alert>, Error> {
        client.repo("acme", "widgets")?.alert(42).get().send_if_changed(known).await
    }

    #[tokio::test]
    async fn a_matching_validator_is_unchanged_and_another_returns_the_value() -> Result<(), Error> {
        let server = Server::start(version_2);
        let builder = Client::builder().token("hunter2").base_url(server.url());
        // The validator of the caller counts, with a cache and without.
        #[cfg(feature = "cache")]
        let builders = [builder.clone(), builder.cache(1 << 20)];
        #[cfg(not(feature = "cache"))]
        let builders = [builder];
        for builder in builders {
            let client = builder.build()?;
            let IfChanged::Changed { value, etag: Some(etag) } = read(&client, None).await? else {
                panic!("there was no validator yet")
            };
            assert_eq!((value.number.get(), etag.as_str()), (1, "W/\"v2\""));
            assert_eq!(read(&client, Some(&etag)).await?, IfChanged::Unchanged);
            let changed = read(&client, Some(&"\"v1\"".parse()?)).await?;
            assert!(matches!(changed, IfChanged::Changed { value, .. } if value.number == 2));
        }
        Ok(())
    }

    #[tokio::test]
    async fn a_304_to_an_unconditional_request_is_an_error() -> Result<(), Error> {
        let server = Server::start(|_| Reply::status(304));
        let client = Client::builder().token("hunter2").base_url(server.url()).build()?;
        let error = read(&client, None).await.unwrap_err();
        assert_eq!((error.kind(), error.status()), (ErrorKind::UnexpectedStatus, Some(304)));
        Ok(())
    }

    #[test]
    fn a_validator_is_parsed_from_its_text() -> Result<(), Error> {
        for text in [r#""a1b2""#, r#"W/"a1b2""#, r#""""#] {
            assert_eq!(text.parse::<ETag>()?.as_str(), text);
        }
        Ok(())
    }

    #[test]
    fn a_malformed_validator_is_refused_without_being_shown() {
        for text in ["", "hunter2", "\"hunter2", "\"hun\"ter2\"", "\"hunter2\"\n", "w/\"hunter2\"", "*", "\""]
        {
            let error = text.parse::<ETag>().unwrap_err();
            assert_eq!(error.argument(), Some("etag"), "{text}");
            assert!(!format!("{error} {error:?}").contains("ter2"));
        }
    }
}
