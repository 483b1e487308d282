//! Routes that a test adds, for requests to endpoints that the facade does not model.

mod template;

use std::fmt;
use std::io;

use axum::http::header::{CONTENT_LENGTH, TRANSFER_ENCODING};
use axum::http::{HeaderName, HeaderValue, Method, StatusCode};
use github_secret_scanning_generated::Exposed;
use serde::Serialize;
use serde_json::Value;

use self::template::Template;
use crate::response::Response;

/// A request to a route of [`FakeGitHubBuilder::route`](crate::FakeGitHubBuilder::route), as its handler receives it:
/// authenticated, with its parameters decoded.
#[derive(Clone, Debug)]
pub struct RouteRequest {
    pub(crate) method: Method,
    pub(crate) path_parameters: Vec<(String, String)>,
    pub(crate) query: Vec<(String, String)>,
    pub(crate) body: Value,
    pub(crate) login: String,
}

/// The response of a route of [`FakeGitHubBuilder::route`](crate::FakeGitHubBuilder::route).
///
/// Statuses from 200 to 999 are sent. A value that HTTP or JSON cannot have is replaced by a 500 whose message names it.
#[derive(Clone)]
#[must_use = "a response is sent when the handler returns it"]
pub struct RouteResponse(Response);

/// A function that a test passes.
pub(crate) type RouteHandler = Box<dyn FnMut(&RouteRequest) -> RouteResponse + Send>;

/// The routes of a fake, in the order in which they were added.
#[derive(Default)]
pub(crate) struct Routes(Vec<(Method, Template, RouteHandler)>);

impl RouteRequest {
    /// Returns the method: the one of the route, or HEAD for a route of GET.
    pub fn method(&self) -> &Method {
        &self.method
    }

    /// Returns the decoded value of a placeholder; empty if the template has none of that name.
    pub fn path_parameter(&self, placeholder: &str) -> &str {
        find(&self.path_parameters, placeholder).unwrap_or_default()
    }

    /// Returns the decoded value of a query parameter, the last one if it is repeated; `None` without it.
    pub fn query_parameter(&self, name: &str) -> Option<&str> {
        find(&self.query, name)
    }

    /// Returns the body; `Null` if there was none, or none that is JSON.
    pub fn body(&self) -> &Value {
        &self.body
    }

    /// Returns the login of the account that the credential belongs to.
    pub fn login(&self) -> &str {
        &self.login
    }
}

fn find<'a>(parameters: &'a [(String, String)], name: &str) -> Option<&'a str> {
    let found = parameters.iter().rev().find(|(known, _)| known == name);
    found.map(|(_, value)| value.as_str())
}

impl RouteResponse {
    /// Creates a response with a JSON body, in which a [`Secret`](github_secret_scanning::Secret) is plain text.
    pub fn json(status: u16, body: &(impl Serialize + ?Sized)) -> Self {
        match serde_json::to_vec(&Exposed(body)) {
            Ok(body) => {
                Self::with_status(status, |status| Response { status, body, ..Response::no_content() })
            }
            Err(_) => invalid("the body"),
        }
    }

    /// Creates a response without a body.
    pub fn empty(status: u16) -> Self {
        Self::with_status(status, |status| Response { status, ..Response::no_content() })
    }

    /// Creates an error with a body in GitHub's format.
    pub fn error(status: u16, message: &str) -> Self {
        Self::with_status(status, |status| Response::error(status, message))
    }

    /// Sets a header, such as `Link`. The fake sets `Date`, `ETag`, `Content-Type` and
    /// GitHub's request id itself. The headers that delimit a body, `Content-Length` and
    /// `Transfer-Encoding`, are invalid.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        let delimits_body = |name: &HeaderName| *name == CONTENT_LENGTH || *name == TRANSFER_ENCODING;
        match (HeaderName::try_from(name), HeaderValue::try_from(value)) {
            (Ok(name), Ok(value)) if !delimits_body(&name) => {
                self.0.headers.insert(name, value);
                self
            }
            _ => invalid("a header"),
        }
    }

    fn with_status(status: u16, response: impl FnOnce(StatusCode) -> Response) -> Self {
        let status = StatusCode::from_u16(status).ok().filter(|status| !status.is_informational());
        status.map_or_else(|| invalid("the status"), |status| Self(response(status)))
    }
}

fn invalid(part: &str) -> RouteResponse {
    let message = format!("The handler of the route returned an invalid response: {part}");
    RouteResponse(Response::error(StatusCode::INTERNAL_SERVER_ERROR, &message))
}

impl Routes {
    /// Adds a route.
    ///
    /// # Errors
    ///
    /// [`InvalidInput`](io::ErrorKind::InvalidInput) for a malformed template, or one of a known operation.
    pub(crate) fn add(&mut self, method: Method, template: &str, handler: RouteHandler) -> io::Result<()> {
        let refused = |reason: String| {
            let text = format!("route {method} {template}: {reason}");
            io::Error::new(io::ErrorKind::InvalidInput, text)
        };
        let template_of_route = Template::parse(template).map_err(refused)?;
        if let Some(operation) = template_of_route.operation(&method) {
            return Err(refused(format!("the fake implements this path, as the operation {}", operation.id)));
        }
        self.0.push((method, template_of_route, handler));
        Ok(())
    }

    /// Returns the position and the path parameters of the route of a request; the last that was added, if several match.
    pub(crate) fn find(&self, method: &Method, path: &str) -> Option<(usize, Vec<(String, String)>)> {
        self.0.iter().enumerate().rev().find_map(|(position, (of_route, template, _))| {
            let is_method = of_route == method || (of_route == Method::GET && method == Method::HEAD);
            let parameters = is_method.then(|| template.parameters(path))??;
            Some((position, parameters))
        })
    }

    /// Calls the handler at a position that [`find`](Self::find) returned.
    pub(crate) fn call(&mut self, position: usize, request: &RouteRequest) -> Response {
        match self.0.get_mut(position) {
            Some((_, _, handler)) => handler(request).0,
            None => Response::not_found(),
        }
    }
}

impl fmt::Debug for RouteResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RouteResponse").field("status", &self.0.status).finish_non_exhaustive()
    }
}
