//! Requests to endpoints that this crate does not model.

mod list;
mod path;
mod response;
#[cfg(test)]
mod tests;

use std::fmt;

use bytes::Bytes;
use futures_core::future::BoxFuture;
use http::header::CONTENT_TYPE;
use http::{HeaderValue, Method};
use serde::Serialize;
use serde::de::DeserializeOwned;
use url::Url;

pub use list::CustomList;
pub use response::CustomResponse;

use crate::client::Client;
use crate::error::Error;
use crate::exchange::{Condition, RequestHead};
use path::PathTemplate;

const JSON: HeaderValue = HeaderValue::from_static("application/json");

/// A request to an endpoint that this crate does not model; created by [`Client::request`].
///
/// Its `Debug` form has the method and the path template alone, because values may be secret.
#[must_use = "a request does nothing until it is sent"]
#[derive(Clone)]
pub struct CustomRequest {
    client: Client,
    head: RequestHead,
    method: Method,
    path: Vec<(&'static str, String)>,
    query: Vec<(String, String)>,
    body: Option<Bytes>,
    /// The first refused argument, and the reason.
    refused: Option<(&'static str, &'static str)>,
}

impl Client {
    /// Creates a request to an endpoint that this crate does not model.
    ///
    /// It is sent like every other call: with the same credentials, rate limits, cache, write lane,
    /// retries, redirects and limit of the body. Errors, spans and the retry policy have
    /// `path_template` as the operation, so it is `'static`: it cannot contain a value.
    ///
    /// `path_template` is a path below the base URL. Each of its segments is either plain, in ASCII
    /// letters, digits, `-`, `.`, `_` and `~`, or one `{placeholder}`, which [`CustomRequest::path`]
    /// sets. `method` is GET, HEAD, POST, PUT, PATCH or DELETE. Anything else, such as an absolute URL
    /// or a segment `..`, is refused when the request is sent.
    ///
    /// # Examples
    ///
    /// Switching secret scanning on:
    ///
    /// ```no_run
    /// # use github_secret_scanning::{Client, Error};
    /// use github_secret_scanning::Method;
    /// use serde_json::json;
    ///
    /// # async fn run(github: Client) -> Result<(), Error> {
    /// let enabled = json!({ "security_and_analysis": { "secret_scanning": { "status": "enabled" } } });
    /// let response = github
    ///     .request(Method::PATCH, "/repos/{owner}/{repo}")
    ///     .path("owner", "acme")
    ///     .path("repo", "widgets")
    ///     .json(&enabled)
    ///     .idempotent()
    ///     .send()
    ///     .await?;
    /// let repository: serde_json::Value = response.json()?;
    /// println!("{}", repository["security_and_analysis"]["secret_scanning"]["status"]);
    /// # Ok(())
    /// # }
    /// ```
    pub fn request(&self, method: Method, path_template: &'static str) -> CustomRequest {
        let known = known_method(&method);
        CustomRequest {
            client: self.clone(),
            // The value that OpenTelemetry defines for a method that is not known.
            head: RequestHead::custom(known.unwrap_or("_OTHER"), path_template),
            method,
            path: Vec::new(),
            query: Vec::new(),
            body: None,
            refused: match known {
                Some(_) => None,
                None => Some(("method", "must be GET, HEAD, POST, PUT, PATCH or DELETE")),
            },
        }
    }
}

impl CustomRequest {
    /// Sets the value of a placeholder of the path template; each must be set exactly once.
    ///
    /// The value is sent as one segment, percent-encoded: `feature/x` as `feature%2Fx`. It must not be
    /// empty, and neither be nor contain a segment `.` or `..`.
    pub fn path(mut self, placeholder: &'static str, value: impl fmt::Display) -> Self {
        self.path.push((placeholder, value.to_string()));
        self
    }

    /// Adds query parameters: pairs, a map, or a struct with a field for each parameter. A field that is
    /// `None` is left out.
    pub fn query(mut self, parameters: &(impl Serialize + ?Sized)) -> Self {
        // reqwest's serializer is only available through a request.
        let request = self.client.http().get(self.client.base_url()).query(parameters).build();
        match request {
            Ok(request) => self.query.extend(request.url().query_pairs().into_owned()),
            // The serializer's reason may quote a value.
            Err(_) => self.refuse("query", "must serialize as pairs of a name and a value"),
        }
        self
    }

    /// Sets the body, as JSON. Refused for GET and HEAD.
    ///
    /// A [`Secret`](crate::Secret) in it is redacted, unless the body is wrapped in
    /// [`Exposed`](crate::Exposed).
    pub fn json(mut self, body: &(impl Serialize + ?Sized)) -> Self {
        match serde_json::to_vec(body) {
            Ok(body) => self.body = Some(body.into()),
            // The serializer's reason may quote a value.
            Err(_) => self.refuse("body", "must serialize as JSON"),
        }
        self
    }

    /// Marks a write as idempotent: sending it twice has the effect of sending it once.
    ///
    /// It is then retried also after a failure with an unknown outcome. Without it, a write is sent
    /// again only if the server has certainly not acted on it. Reads are always idempotent.
    pub fn idempotent(mut self) -> Self {
        self.head.idempotent = true;
        self
    }

    /// Returns the list that a GET returns, whose items decode into `T`.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # use github_secret_scanning::{Client, Error};
    /// use github_secret_scanning::Method;
    ///
    /// #[derive(serde::Deserialize)]
    /// struct Hook {
    ///     id: u64,
    /// }
    ///
    /// # async fn run(github: Client) -> Result<(), Error> {
    /// let hooks = github.request(Method::GET, "/orgs/{org}/hooks").path("org", "acme");
    /// let mut hooks = hooks.query(&[("per_page", 100)]).list::<Hook>().stream();
    /// while let Some(hook) = hooks.try_next().await? {
    ///     println!("{}", hook.id);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn list<T: DeserializeOwned + Send + 'static>(self) -> CustomList<T> {
        CustomList::new(self)
    }

    /// Sends the request, and returns its response if it is a success: any status from 200 to 299.
    ///
    /// # Errors
    ///
    /// Every kind of [`Error`]; see [`Error::is_retryable`].
    pub fn send(self) -> BoxFuture<'static, Result<CustomResponse, Error>> {
        let (request, client, head) = (self.build(), self.client, self.head);
        Box::pin(async move {
            let response = client.send(head, request?, Condition::None).await?;
            Ok(CustomResponse::new(head, response))
        })
    }

    /// Checks the arguments, and builds the request.
    fn build(&self) -> Result<reqwest::Request, Error> {
        self.try_build().map_err(|error| error.in_operation(self.head))
    }

    fn try_build(&self) -> Result<reqwest::Request, Error> {
        if let Some((argument, reason)) = self.refused {
            return Err(Error::invalid_argument(argument, reason));
        }
        // The cache tells reads apart by their URL.
        if self.body.is_some() && self.head.is_read() {
            return Err(Error::invalid_argument("body", "must not be set for GET and HEAD"));
        }
        let path = PathTemplate::parse(self.head.path_template)?.fill(&self.path)?;
        let mut url = Url::parse(&format!("{}{path}", self.client.base_url())).map_err(Error::unwritable)?;
        if !self.query.is_empty() {
            url.query_pairs_mut().extend_pairs(&self.query);
        }
        let mut request = reqwest::Request::new(self.method.clone(), url);
        if let Some(body) = &self.body {
            request.headers_mut().insert(CONTENT_TYPE, JSON);
            *request.body_mut() = Some(body.clone().into());
        }
        Ok(request)
    }

    /// Records why the request cannot be sent; the first reason counts.
    fn refuse(&mut self, argument: &'static str, reason: &'static str) {
        self.refused.get_or_insert((argument, reason));
    }
}

impl IntoFuture for CustomRequest {
    type Output = Result<CustomResponse, Error>;
    type IntoFuture = BoxFuture<'static, Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        self.send()
    }
}

impl fmt::Debug for CustomRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CustomRequest")
            .field("method", &self.head.method)
            .field("path_template", &self.head.path_template)
            .finish_non_exhaustive()
    }
}

/// Returns the name of a method that is supported.
fn known_method(method: &Method) -> Option<&'static str> {
    let names = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"];
    names.into_iter().find(|name| method == name)
}
