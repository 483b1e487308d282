//! The routes of the builder.

use axum::http::Method;

use super::FakeGitHubBuilder;
use crate::routes::{RouteRequest, RouteResponse};

impl FakeGitHubBuilder {
    /// Adds a route, for requests of [`Client::request`](github_secret_scanning::Client::request) to an endpoint that
    /// the fake does not implement.
    ///
    /// Each segment of `path_template` is plain or one `{placeholder}`. If several routes match a request, the last one
    /// is used; a route of GET receives HEAD as well. Without a route such a request is a 404.
    ///
    /// Requests are authenticated, counted towards the hourly limit and [logged](crate::FakeGitHub::received) as for every
    /// operation, a successful read has an `ETag`, and an error with a JSON object has a `documentation_url`. A
    /// placeholder `owner` or `org` limits a GitHub App to its installation. Permissions are not checked.
    ///
    /// The fake calls handlers one at a time, so that a handler may change what it captures; it must not call methods
    /// of the fake, which wait for the handler to return. If it panics, the connection is closed without a response.
    ///
    /// ```
    /// use github_secret_scanning::Method;
    /// use github_secret_scanning_fake::{FakeGitHub, RouteRequest, RouteResponse};
    /// use serde_json::json;
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let mut settings = json!({ "secret_scanning": { "status": "disabled" } });
    /// let update_repository = move |request: &RouteRequest| {
    ///     if request.path_parameter("repo") != "widgets" {
    ///         return RouteResponse::error(404, "Not Found");
    ///     }
    ///     for (name, setting) in request.body()["security_and_analysis"].as_object().into_iter().flatten() {
    ///         settings[name] = setting.clone();
    ///     }
    ///     RouteResponse::json(200, &json!({ "name": "widgets", "security_and_analysis": settings }))
    /// };
    /// let fake = FakeGitHub::builder().route(Method::PATCH, "/repos/{owner}/{repo}", update_repository).start()?;
    ///
    /// let enabled = json!({ "security_and_analysis": { "secret_scanning": { "status": "enabled" } } });
    /// let response = fake
    ///     .client()?
    ///     .request(Method::PATCH, "/repos/{owner}/{repo}")
    ///     .path("owner", "acme")
    ///     .path("repo", "widgets")
    ///     .json(&enabled)
    ///     .await?;
    /// let repository: serde_json::Value = response.json()?;
    /// assert_eq!(repository["security_and_analysis"]["secret_scanning"]["status"], "enabled");
    /// assert_eq!(fake.received()[0].body, enabled);
    /// # Ok(())
    /// # }
    /// ```
    pub fn route(
        mut self,
        method: Method,
        path_template: &str,
        handler: impl FnMut(&RouteRequest) -> RouteResponse + Send + 'static,
    ) -> Self {
        self.routes.push((method, path_template.to_owned(), Box::new(handler)));
        self
    }
}
