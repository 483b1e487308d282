// Written by `cargo xtask generate` from the files in spec/. Do not edit: change spec/ or codegen/.

//! The request `ListOrgSecretBypassRequests`.

use futures_core::future::BoxFuture;
use github_secret_scanning_generated::operations;
use github_secret_scanning_generated::types;
use crate::call;
use crate::check;
use crate::error::Error;
use crate::exchange::RequestHead;
use crate::pagination::Fetch;
use crate::pagination::Items;
use crate::pagination::Page;
use crate::pagination::Pages;
use crate::pagination::Position;
use crate::pagination::ResumeToken;
use crate::pagination::Start;
use crate::scope::Org;

/// List the secret bypass requests of an organization.
///
/// Lists the requests to get a secret past push protection in any repository of the
/// organization. Unless told otherwise it looks back one day only. The caller must be a bypass
/// reviewer, and reviews of bypasses must be turned on.
///
/// `GET /orgs/{org}/bypass-requests/secret-scanning`, [GitHub's
/// page](https://docs.github.com/enterprise-cloud@latest/rest/secret-scanning/delegated-bypass#list-bypass-requests-for-secret-scanning-for-an-org).
///
/// A fine-grained token needs `secret_scanning_alerts=read`;
/// a classic one needs one of `security_events`;
/// installation tokens work.
/// Stands in the descriptions of ghec, ghes-3.17, ghes-3.18, ghes-3.19.
#[must_use = "a request does nothing until it is sent"]
#[derive(Clone, Debug)]
pub struct ListOrgSecretBypassRequests {
    scope: Org,
    start: Start,
    repository_name: Option<String>,
    reviewer: Option<String>,
    requester: Option<String>,
    time_period: Option<types::TimePeriod>,
    request_status: Option<types::BypassRequestStatusFilter>,
    per_page: Option<u64>,
}

impl ListOrgSecretBypassRequests {
    pub(crate) fn new(scope: &Org) -> Self {
        Self {
            scope: scope.clone(),
            start: Start::first(),
            repository_name: Default::default(),
            reviewer: Default::default(),
            requester: Default::default(),
            time_period: Default::default(),
            request_status: Default::default(),
            per_page: Default::default(),
        }
    }

    /// Keep only requests for the repository with this name, given without its owner.
    pub fn repository_name(mut self, repository_name: impl Into<String>) -> Self {
        self.repository_name = Some(repository_name.into());
        self
    }

    /// Keep only requests that the user with this login has reviewed.
    pub fn reviewer(mut self, reviewer: impl Into<String>) -> Self {
        self.reviewer = Some(reviewer.into());
        self
    }

    /// Keep only requests that the user with this login has made.
    pub fn requester(mut self, requester: impl Into<String>) -> Self {
        self.requester = Some(requester.into());
        self
    }

    /// How far back to look, counted from now.
    pub fn time_period(mut self, time_period: types::TimePeriod) -> Self {
        self.time_period = Some(time_period);
        self
    }

    /// Keep only requests in this status.
    pub fn request_status(
        mut self,
        request_status: types::BypassRequestStatusFilter,
    ) -> Self {
        self.request_status = Some(request_status);
        self
    }

    /// How many items a page holds, from 1 to 100.
    ///
    /// From 1 to 100. Checked before sending.
    pub fn per_page(mut self, per_page: u64) -> Self {
        self.per_page = Some(per_page);
        self
    }

    /// Resumes the list where `token` was made, with the page size of then in place of
    /// `per_page`.
    ///
    /// A token has no filters; set them again. A token of another list is refused before
    /// anything is sent.
    pub fn resume(mut self, token: &ResumeToken) -> Self {
        self.start = Start::resume(token);
        self
    }

    /// Returns one page: the first, or the one of the resume token.
    ///
    /// # Errors
    ///
    /// Every kind of [`Error`]. A malformed item is not an error: it is in
    /// [`Page::malformed`].
    pub async fn page(self) -> Result<Page<types::SecretBypassRequest>, Error> {
        self.pages().first().await
    }

    /// Returns the list page by page; a page is requested when the stream is polled for it.
    pub fn pages(self) -> Pages<types::SecretBypassRequest> {
        Pages::new(self.start.clone(), self.per_page, self)
    }

    /// Returns the list item by item; a page is requested when the stream is polled for its
    /// first item.
    pub fn stream(self) -> Items<types::SecretBypassRequest> {
        Items::new(self.pages())
    }

    /// Checks the arguments, and builds the request of the page at `at`.
    pub(crate) fn build(&self, at: &Position) -> Result<reqwest::Request, Error> {
        self.check()?;
        let builders = self.scope.client().request_builders();
        builders
            .secret_scanning_list_org_bypass_requests(
                self.scope.login(),
                at.page(),
                self.start.per_page(self.per_page),
                self.repository_name.as_deref(),
                self.request_status.clone(),
                self.requester.as_deref(),
                self.reviewer.as_deref(),
                self.time_period.clone(),
            )
            .map_err(Error::unwritable)
    }

    fn check(&self) -> Result<(), Error> {
        check::range("per_page", self.start.per_page(self.per_page), 1u64, 100u64)?;
        Ok(())
    }
}

impl Fetch for ListOrgSecretBypassRequests {
    type Item = types::SecretBypassRequest;
    fn head(&self) -> RequestHead {
        (&operations::LIST_ORG_SECRET_BYPASS_REQUESTS).into()
    }

    fn fetch(
        &self,
        at: Position,
    ) -> BoxFuture<'static, Result<Page<types::SecretBypassRequest>, Error>> {
        let (client, request) = (self.scope.client().clone(), self.build(&at));
        let per_page = self.start.per_page(self.per_page);
        Box::pin(async move {
            call::page(
                    &client,
                    &operations::LIST_ORG_SECRET_BYPASS_REQUESTS,
                    request,
                    at,
                    per_page,
                )
                .await
        })
    }
}
