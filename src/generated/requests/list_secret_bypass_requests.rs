// Written by `cargo xtask generate` from the files in spec/. Do not edit: change spec/ or codegen/.

//! Lists the secret bypass requests.

use std::fmt;
use std::marker::PhantomData;
use futures_core::future::BoxFuture;
use github_secret_scanning_generated::Operation;
use github_secret_scanning_generated::operations;
use github_secret_scanning_generated::types;
use crate::call;
use crate::check;
use crate::error::Error;
use crate::exchange;
use crate::exchange::RequestHead;
use crate::exchange::Target;
use crate::generated::requests::scope_sets::OrgOrRepo;
use crate::pagination::Collected;
use crate::pagination::Entries;
use crate::pagination::Fetch;
use crate::pagination::Items;
use crate::pagination::Page;
use crate::pagination::Pages;
use crate::pagination::Position;
use crate::pagination::ResumeToken;
use crate::pagination::Start;
use crate::scope::Org;

/// Lists the secret bypass requests.
///
/// The scope `S` is [`Org`](crate::Org) or [`Repo`](crate::Repo).
///
/// # Org
///
/// Lists the secret bypass requests of an organization.
///
/// Lists the requests to bypass push protection for a secret in all repositories of the
/// organization. By default it contains those of the last day only, so an empty list can mean
/// that all requests are older. The caller must be a bypass reviewer, and delegated bypass
/// must be on. GitHub also returns 404 if the feature is off, or if the caller cannot access
/// the organization.
///
/// `GET /orgs/{org}/bypass-requests/secret-scanning` ([GitHub's
/// documentation](https://docs.github.com/enterprise-cloud@latest/rest/secret-scanning/delegated-bypass#list-bypass-requests-for-secret-scanning-for-an-org)).
///
/// Requires the fine-grained permission `secret_scanning_alerts=read`, or a classic token with
/// the OAuth scope `security_events`. Available on GitHub Enterprise Cloud and GitHub
/// Enterprise Server 3.17 to 3.19.
///
/// # Repo
///
/// Lists the secret bypass requests of a repository.
///
/// Lists the requests to bypass push protection for a secret in one repository. By default it
/// contains those of the last day only, so an empty list can mean that all requests are older.
/// The caller must be a bypass reviewer, and delegated bypass must be on. GitHub also returns
/// 404 if the feature is off, or if the caller cannot access the repository.
///
/// `GET /repos/{owner}/{repo}/bypass-requests/secret-scanning` ([GitHub's
/// documentation](https://docs.github.com/enterprise-cloud@latest/rest/secret-scanning/delegated-bypass#list-bypass-requests-for-secret-scanning-for-a-repository)).
///
/// Requires the fine-grained permission `secret_scanning_alerts=read`, or a classic token with
/// the OAuth scope `security_events`. Available on GitHub Enterprise Cloud and GitHub
/// Enterprise Server 3.17 to 3.19.
#[must_use = "a request does nothing until it is sent"]
pub struct ListSecretBypassRequests<S> {
    pub(crate) inner: Inner,
    scope: PhantomData<fn() -> S>,
}

impl<S> Clone for ListSecretBypassRequests<S> {
    fn clone(&self) -> Self {
        Self {
            inner: self.inner.clone(),
            scope: PhantomData,
        }
    }
}

impl<S> fmt::Debug for ListSecretBypassRequests<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ListSecretBypassRequests").field("inner", &self.inner).finish()
    }
}

impl<S> ListSecretBypassRequests<S> {
    pub(crate) fn new(scope: OrgOrRepo) -> Self {
        let inner = Inner {
            scope,
            start: Start::first(),
            repository_name: Default::default(),
            reviewer: Default::default(),
            requester: Default::default(),
            time_period: Default::default(),
            request_status: Default::default(),
            per_page: Default::default(),
        };
        Self { inner, scope: PhantomData }
    }

    /// Keeps only requests that the user with this login has reviewed.
    pub fn reviewer(mut self, reviewer: impl Into<String>) -> Self {
        self.inner.reviewer(reviewer.into());
        self
    }

    /// Keeps only requests that the user with this login has made.
    pub fn requester(mut self, requester: impl Into<String>) -> Self {
        self.inner.requester(requester.into());
        self
    }

    /// Keeps only requests of this period, up to now. Default: the last day.
    pub fn time_period(mut self, time_period: types::TimePeriod) -> Self {
        self.inner.time_period(time_period);
        self
    }

    /// Keeps only requests in this status.
    pub fn request_status(
        mut self,
        request_status: types::BypassRequestStatusFilter,
    ) -> Self {
        self.inner.request_status(request_status);
        self
    }

    /// Sets the number of items of a page. Default: 30.
    ///
    /// From 1 to 100. Checked before sending.
    pub fn per_page(mut self, per_page: u64) -> Self {
        self.inner.per_page(per_page);
        self
    }

    /// Resumes the list where `token` was made, with the page size of
    /// the token instead of `per_page`.
    ///
    /// A token has no filters; set them again. A token of another list, also of another
    /// enterprise, organization, repository or alert, is refused before anything is sent.
    pub fn resume(mut self, token: &ResumeToken) -> Self {
        self.inner.start = Start::resume(token);
        self
    }

    /// Returns one page: the first, or the one of the resume token.
    ///
    /// # Errors
    ///
    /// Every kind of [`Error`]. A malformed item is not an error: it is in
    /// [`Page::malformed`].
    pub fn page(
        self,
    ) -> BoxFuture<'static, Result<Page<types::SecretBypassRequest>, Error>> {
        self.inner.first_page()
    }

    /// Returns the list page by page; a page is requested when the stream is polled for it.
    pub fn pages(self) -> Pages<types::SecretBypassRequest> {
        self.inner.pages()
    }

    /// Returns the list item by item; a page is requested when the stream is polled for its
    /// first item. Malformed items are passed over, and named by one error after the last item.
    pub fn stream(self) -> Items<types::SecretBypassRequest> {
        Items::new(self.entries())
    }

    /// Returns the list entry by entry: each is an item or a malformed item, in its place.
    pub fn entries(self) -> Entries<types::SecretBypassRequest> {
        Entries::new(self.inner.pages())
    }

    /// Requests all pages, and returns the items and the malformed items of the list.
    ///
    /// The limits of a client apply to each page, and none to the list: a server that always names a next
    /// page is read until the future is dropped.
    ///
    /// # Errors
    ///
    /// Every kind of [`Error`] for a failed request, with its malformed items so far, but not its
    /// items; to keep those, read them from [`stream`](Self::stream) or [`pages`](Self::pages).
    pub fn collect_all(
        self,
    ) -> BoxFuture<'static, Result<Collected<types::SecretBypassRequest>, Error>> {
        self.inner.collect_all()
    }
}

impl ListSecretBypassRequests<Org> {
    /// Keeps only requests for the repository with this name, without its owner.
    pub fn repository_name(mut self, repository_name: impl Into<String>) -> Self {
        self.inner.repository_name(repository_name.into());
        self
    }
}

#[derive(Clone, Debug)]
pub(crate) struct Inner {
    scope: OrgOrRepo,
    start: Start,
    repository_name: Option<String>,
    reviewer: Option<String>,
    requester: Option<String>,
    time_period: Option<types::TimePeriod>,
    request_status: Option<types::BypassRequestStatusFilter>,
    per_page: Option<u64>,
}

impl Inner {
    fn reviewer(&mut self, reviewer: String) {
        self.reviewer = Some(reviewer);
    }

    fn requester(&mut self, requester: String) {
        self.requester = Some(requester);
    }

    fn time_period(&mut self, time_period: types::TimePeriod) {
        self.time_period = Some(time_period);
    }

    fn request_status(&mut self, request_status: types::BypassRequestStatusFilter) {
        self.request_status = Some(request_status);
    }

    fn per_page(&mut self, per_page: u64) {
        self.per_page = Some(per_page);
    }

    fn repository_name(&mut self, repository_name: String) {
        self.repository_name = Some(repository_name);
    }

    fn first_page(
        self,
    ) -> BoxFuture<'static, Result<Page<types::SecretBypassRequest>, Error>> {
        Box::pin(self.pages().first())
    }

    fn pages(self) -> Pages<types::SecretBypassRequest> {
        Pages::new(self.start.clone(), self.per_page, self)
    }

    fn collect_all(
        self,
    ) -> BoxFuture<'static, Result<Collected<types::SecretBypassRequest>, Error>> {
        Box::pin(Entries::new(self.pages()).collect_all())
    }

    pub(crate) fn operation(&self) -> &'static Operation {
        match &self.scope {
            OrgOrRepo::Org(_) => &operations::LIST_ORG_SECRET_BYPASS_REQUESTS,
            OrgOrRepo::Repo(_) => &operations::LIST_REPO_SECRET_BYPASS_REQUESTS,
        }
    }

    /// Checks the arguments, and builds the request of the page at `at`.
    fn build(&self, at: &Position) -> Result<reqwest::Request, Error> {
        self.check()?;
        self.build_unchecked(at)
    }

    fn build_unchecked(&self, at: &Position) -> Result<reqwest::Request, Error> {
        let builders = self.scope.client().request_builders();
        let request = match &self.scope {
            OrgOrRepo::Org(scope) => {
                builders
                    .secret_scanning_list_org_bypass_requests(
                        scope.login(),
                        at.page(),
                        self.start.per_page(self.per_page),
                        self.repository_name.as_deref(),
                        self.request_status.clone(),
                        self.requester.as_deref(),
                        self.reviewer.as_deref(),
                        self.time_period.clone(),
                    )
            }
            OrgOrRepo::Repo(scope) => {
                builders
                    .secret_scanning_list_repo_bypass_requests(
                        scope.owner(),
                        scope.name(),
                        at.page(),
                        self.start.per_page(self.per_page),
                        self.request_status.clone(),
                        self.requester.as_deref(),
                        self.reviewer.as_deref(),
                        self.time_period.clone(),
                    )
            }
        };
        request.map_err(Error::unwritable)
    }

    fn check(&self) -> Result<(), Error> {
        check::range("per_page", self.start.per_page(self.per_page), 1u64, 100u64)?;
        Ok(())
    }
}

impl Fetch for Inner {
    type Item = types::SecretBypassRequest;
    fn head(&self) -> RequestHead {
        self.operation().into()
    }

    fn target(&self) -> Option<Target> {
        let request = self.build_unchecked(&Position::First).ok()?;
        exchange::target(self.head(), request.url())
    }

    fn fetch(
        &self,
        at: Position,
    ) -> BoxFuture<'static, Result<Page<types::SecretBypassRequest>, Error>> {
        let (client, operation) = (self.scope.client().clone(), self.operation());
        let (request, per_page) = (self.build(&at), self.start.per_page(self.per_page));
        Box::pin(async move {
            call::page(&client, operation, request, at, per_page).await
        })
    }
}
