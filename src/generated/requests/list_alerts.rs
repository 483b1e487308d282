// Written by `cargo xtask generate` from the files in spec/. Do not edit: change spec/ or codegen/.

//! Lists the alerts.

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
use crate::generated::requests::scope_sets::EnterpriseOrOrgOrRepo;
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
use crate::scope::Repo;

/// Lists the alerts.
///
/// The scope `S` is [`Enterprise`](crate::Enterprise), [`Org`](crate::Org), or
/// [`Repo`](crate::Repo).
///
/// # Enterprise
///
/// Lists the alerts of an enterprise.
///
/// Lists the alerts of all repositories in the enterprise, newest first by default. Contains
/// only organizations in which the caller is an owner or a security manager, and repositories
/// of managed users, so an empty list can mean that the caller has neither role. Generic
/// patterns are listed only if `secret_type` names them. Pages have cursors, and no page
/// numbers. GitHub also returns 404 if the caller cannot access the enterprise.
///
/// `GET /enterprises/{enterprise}/secret-scanning/alerts` ([GitHub's
/// documentation](https://docs.github.com/enterprise-cloud@latest/rest/secret-scanning/secret-scanning#list-secret-scanning-alerts-for-an-enterprise)).
///
/// Requires a classic token with the OAuth scope `repo` or `security_events`. Fine-grained
/// tokens are not supported. Installation access tokens are not supported. Available on GitHub
/// Enterprise Cloud and GitHub Enterprise Server 3.17 to 3.19.
///
/// # Org
///
/// Lists the alerts of an organization.
///
/// Lists the alerts of all repositories in the organization, newest first by default. The
/// caller must administer the organization or be one of its security managers; if all of its
/// repositories are public, a classic token with `public_repo` is sufficient. Generic patterns
/// are listed only if `secret_type` names them, so an empty list can hide some. Pages have
/// numbers, or cursors after a request with an empty cursor. GitHub also returns 404 if the
/// caller cannot access the organization.
///
/// `GET /orgs/{org}/secret-scanning/alerts` ([GitHub's
/// documentation](https://docs.github.com/enterprise-cloud@latest/rest/secret-scanning/secret-scanning#list-secret-scanning-alerts-for-an-organization)).
///
/// Requires the fine-grained permission `secret_scanning_alerts=read`, or a classic token with
/// the OAuth scope `repo` or `security_events`. Available on GitHub.com, GitHub Enterprise
/// Cloud, and GitHub Enterprise Server 3.17 to 3.19.
///
/// # Repo
///
/// Lists the alerts of a repository.
///
/// Lists the alerts of one repository, newest first by default. The caller must administer the
/// repository or its organization; for public repositories a classic token with `public_repo`
/// is sufficient. Generic patterns are listed only if `secret_type` names them, so an empty
/// list can hide some. Pages have numbers, or cursors after a request with an empty cursor.
/// GitHub also returns 404 if secret scanning is off, or if the caller cannot access the
/// repository.
///
/// `GET /repos/{owner}/{repo}/secret-scanning/alerts` ([GitHub's
/// documentation](https://docs.github.com/enterprise-cloud@latest/rest/secret-scanning/secret-scanning#list-secret-scanning-alerts-for-a-repository)).
///
/// Requires the fine-grained permission `secret_scanning_alerts=read`, or a classic token with
/// the OAuth scope `repo` or `security_events`. Available on GitHub.com, GitHub Enterprise
/// Cloud, and GitHub Enterprise Server 3.17 to 3.19.
#[must_use = "a request does nothing until it is sent"]
pub struct ListAlerts<S> {
    pub(crate) inner: Inner,
    scope: PhantomData<fn() -> S>,
}

impl<S> Clone for ListAlerts<S> {
    fn clone(&self) -> Self {
        Self {
            inner: self.inner.clone(),
            scope: PhantomData,
        }
    }
}

impl<S> fmt::Debug for ListAlerts<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ListAlerts").field("inner", &self.inner).finish()
    }
}

impl<S> ListAlerts<S> {
    pub(crate) fn new(scope: EnterpriseOrOrgOrRepo) -> Self {
        let inner = Inner {
            scope,
            start: Start::first(),
            state: Default::default(),
            secret_type: Default::default(),
            exclude_secret_types: Default::default(),
            exclude_providers: Default::default(),
            providers: Default::default(),
            resolution: Default::default(),
            assignee: Default::default(),
            sort: Default::default(),
            direction: Default::default(),
            per_page: Default::default(),
            validity: Default::default(),
            is_publicly_leaked: Default::default(),
            is_multi_repo: Default::default(),
            hide_secret: Default::default(),
            is_bypassed: Default::default(),
            included_metadata: Default::default(),
            owner_email_hash: Default::default(),
        };
        Self { inner, scope: PhantomData }
    }

    /// Keeps only alerts in this state.
    pub fn state(mut self, state: types::AlertState) -> Self {
        self.inner.state(state);
        self
    }

    /// Keeps only these types of secret. Generic patterns are listed only if they are named here.
    /// Cannot be set together with `exclude_secret_types`.
    ///
    /// Accepts an array or a `Vec`. An empty one is not sent.
    pub fn secret_type(
        mut self,
        secret_type: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.inner.secret_type(secret_type.into_iter().map(Into::into).collect());
        self
    }

    /// Leaves out these types of secret. Cannot be set together with `secret_type`.
    ///
    /// Accepts an array or a `Vec`. An empty one is not sent.
    pub fn exclude_secret_types(
        mut self,
        exclude_secret_types: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.inner
            .exclude_secret_types(
                exclude_secret_types.into_iter().map(Into::into).collect(),
            );
        self
    }

    /// Leaves out secrets of these providers, by the `provider_slug` of an alert. Cannot be set
    /// together with `providers`.
    ///
    /// Accepts an array or a `Vec`. An empty one is not sent.
    pub fn exclude_providers(
        mut self,
        exclude_providers: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.inner
            .exclude_providers(exclude_providers.into_iter().map(Into::into).collect());
        self
    }

    /// Keeps only secrets of these providers, by the `provider_slug` of an alert. Cannot be set
    /// together with `exclude_providers`.
    ///
    /// Accepts an array or a `Vec`. An empty one is not sent.
    pub fn providers(
        mut self,
        providers: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.inner.providers(providers.into_iter().map(Into::into).collect());
        self
    }

    /// Keeps only alerts that were resolved for one of these reasons.
    ///
    /// Accepts an array or a `Vec`. An empty one is not sent.
    pub fn resolution(
        mut self,
        resolution: impl IntoIterator<Item = types::ResolutionFilter>,
    ) -> Self {
        self.inner.resolution(resolution.into_iter().collect());
        self
    }

    /// Keeps only alerts that are assigned to the user with this login; `*` matches any user, and
    /// `none` for alerts without an assignee.
    pub fn assignee(mut self, assignee: impl Into<String>) -> Self {
        self.inner.assignee(assignee.into());
        self
    }

    /// Sets the order of the list.
    pub fn sort(mut self, sort: types::AlertSort) -> Self {
        self.inner.sort(sort);
        self
    }

    /// Sets the direction of the order.
    pub fn direction(mut self, direction: types::SortDirection) -> Self {
        self.inner.direction(direction);
        self
    }

    /// Sets the number of items of a page. Default: 30.
    ///
    /// From 1 to 100. Checked before sending.
    pub fn per_page(mut self, per_page: u64) -> Self {
        self.inner.per_page(per_page);
        self
    }

    /// Keeps only alerts whose secret has one of these validities.
    ///
    /// Accepts an array or a `Vec`. An empty one is not sent.
    pub fn validity(
        mut self,
        validity: impl IntoIterator<Item = types::Validity>,
    ) -> Self {
        self.inner.validity(validity.into_iter().collect());
        self
    }

    /// If true, keeps only secrets that were also leaked publicly.
    pub fn is_publicly_leaked(mut self, is_publicly_leaked: bool) -> Self {
        self.inner.is_publicly_leaked(is_publicly_leaked);
        self
    }

    /// If true, keeps only secrets that were found in more than one repository.
    pub fn is_multi_repo(mut self, is_multi_repo: bool) -> Self {
        self.inner.is_multi_repo(is_multi_repo);
        self
    }

    /// If true, the response does not contain the plain text of the secret.
    pub fn hide_secret(mut self, hide_secret: bool) -> Self {
        self.inner.hide_secret(hide_secret);
        self
    }

    /// If true, keeps only alerts for which push protection was bypassed; if false, only the
    /// others.
    pub fn is_bypassed(mut self, is_bypassed: bool) -> Self {
        self.inner.is_bypassed(is_bypassed);
        self
    }

    /// Keeps only alerts that have all of this metadata.
    ///
    /// Accepts an array or a `Vec`. An empty one is not sent.
    pub fn included_metadata(
        mut self,
        included_metadata: impl IntoIterator<Item = types::AlertMetadataKey>,
    ) -> Self {
        self.inner.included_metadata(included_metadata.into_iter().collect());
        self
    }

    /// Keeps only secrets whose owner has this mail address, given as its SHA-256 hash in 64
    /// lower-case hex digits.
    ///
    /// Exactly 64 characters. Checked before sending.
    pub fn owner_email_hash(mut self, owner_email_hash: impl Into<String>) -> Self {
        self.inner.owner_email_hash(owner_email_hash.into());
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
    pub fn page(self) -> BoxFuture<'static, Result<Page<types::Alert>, Error>> {
        self.inner.first_page()
    }

    /// Returns the list page by page; a page is requested when the stream is polled for it.
    pub fn pages(self) -> Pages<types::Alert> {
        self.inner.pages()
    }

    /// Returns the list item by item; a page is requested when the stream is polled for its
    /// first item. Malformed items are passed over, and named by one error after the last item.
    pub fn stream(self) -> Items<types::Alert> {
        Items::new(self.entries())
    }

    /// Returns the list entry by entry: each is an item or a malformed item, in its place.
    pub fn entries(self) -> Entries<types::Alert> {
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
    ) -> BoxFuture<'static, Result<Collected<types::Alert>, Error>> {
        self.inner.collect_all()
    }
}

impl ListAlerts<Org> {
    /// Pages by cursor instead of by page number: no item is skipped or repeated when the list
    /// changes in between.
    pub fn by_cursor(mut self) -> Self {
        self.inner.by_cursor();
        self
    }
}

impl ListAlerts<Repo> {
    /// Pages by cursor instead of by page number: no item is skipped or repeated when the list
    /// changes in between.
    pub fn by_cursor(mut self) -> Self {
        self.inner.by_cursor();
        self
    }
}

#[derive(Clone, Debug)]
pub(crate) struct Inner {
    scope: EnterpriseOrOrgOrRepo,
    start: Start,
    state: Option<types::AlertState>,
    secret_type: Vec<String>,
    exclude_secret_types: Vec<String>,
    exclude_providers: Vec<String>,
    providers: Vec<String>,
    resolution: Vec<types::ResolutionFilter>,
    assignee: Option<String>,
    sort: Option<types::AlertSort>,
    direction: Option<types::SortDirection>,
    per_page: Option<u64>,
    validity: Vec<types::Validity>,
    is_publicly_leaked: Option<bool>,
    is_multi_repo: Option<bool>,
    hide_secret: Option<bool>,
    is_bypassed: Option<bool>,
    included_metadata: Vec<types::AlertMetadataKey>,
    owner_email_hash: Option<String>,
}

impl Inner {
    fn state(&mut self, state: types::AlertState) {
        self.state = Some(state);
    }

    fn secret_type(&mut self, secret_type: Vec<String>) {
        self.secret_type = secret_type;
    }

    fn exclude_secret_types(&mut self, exclude_secret_types: Vec<String>) {
        self.exclude_secret_types = exclude_secret_types;
    }

    fn exclude_providers(&mut self, exclude_providers: Vec<String>) {
        self.exclude_providers = exclude_providers;
    }

    fn providers(&mut self, providers: Vec<String>) {
        self.providers = providers;
    }

    fn resolution(&mut self, resolution: Vec<types::ResolutionFilter>) {
        self.resolution = resolution;
    }

    fn assignee(&mut self, assignee: String) {
        self.assignee = Some(assignee);
    }

    fn sort(&mut self, sort: types::AlertSort) {
        self.sort = Some(sort);
    }

    fn direction(&mut self, direction: types::SortDirection) {
        self.direction = Some(direction);
    }

    fn per_page(&mut self, per_page: u64) {
        self.per_page = Some(per_page);
    }

    fn validity(&mut self, validity: Vec<types::Validity>) {
        self.validity = validity;
    }

    fn is_publicly_leaked(&mut self, is_publicly_leaked: bool) {
        self.is_publicly_leaked = Some(is_publicly_leaked);
    }

    fn is_multi_repo(&mut self, is_multi_repo: bool) {
        self.is_multi_repo = Some(is_multi_repo);
    }

    fn hide_secret(&mut self, hide_secret: bool) {
        self.hide_secret = Some(hide_secret);
    }

    fn is_bypassed(&mut self, is_bypassed: bool) {
        self.is_bypassed = Some(is_bypassed);
    }

    fn included_metadata(&mut self, included_metadata: Vec<types::AlertMetadataKey>) {
        self.included_metadata = included_metadata;
    }

    fn owner_email_hash(&mut self, owner_email_hash: String) {
        self.owner_email_hash = Some(owner_email_hash);
    }

    fn by_cursor(&mut self) {
        self.start = self.start.clone().by_cursor();
    }

    fn first_page(self) -> BoxFuture<'static, Result<Page<types::Alert>, Error>> {
        Box::pin(self.pages().first())
    }

    fn pages(self) -> Pages<types::Alert> {
        Pages::new(self.start.clone(), self.per_page, self)
    }

    fn collect_all(self) -> BoxFuture<'static, Result<Collected<types::Alert>, Error>> {
        Box::pin(Entries::new(self.pages()).collect_all())
    }

    pub(crate) fn operation(&self) -> &'static Operation {
        match &self.scope {
            EnterpriseOrOrgOrRepo::Enterprise(_) => &operations::LIST_ENTERPRISE_ALERTS,
            EnterpriseOrOrgOrRepo::Org(_) => &operations::LIST_ORG_ALERTS,
            EnterpriseOrOrgOrRepo::Repo(_) => &operations::LIST_REPO_ALERTS,
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
            EnterpriseOrOrgOrRepo::Enterprise(scope) => {
                builders
                    .secret_scanning_list_alerts_for_enterprise(
                        scope.slug(),
                        at.after(),
                        self.assignee.as_deref(),
                        at.before(),
                        self.direction.clone(),
                        check::joined(&self.exclude_providers).as_deref(),
                        check::joined(&self.exclude_secret_types).as_deref(),
                        self.hide_secret,
                        check::joined(&self.included_metadata).as_deref(),
                        self.is_bypassed,
                        self.is_multi_repo,
                        self.is_publicly_leaked,
                        self.owner_email_hash.as_deref(),
                        self.start.per_page(self.per_page),
                        check::joined(&self.providers).as_deref(),
                        check::joined(&self.resolution).as_deref(),
                        check::joined(&self.secret_type).as_deref(),
                        self.sort.clone(),
                        self.state.clone(),
                        check::joined(&self.validity).as_deref(),
                    )
            }
            EnterpriseOrOrgOrRepo::Org(scope) => {
                builders
                    .secret_scanning_list_alerts_for_org(
                        scope.login(),
                        at.after(),
                        self.assignee.as_deref(),
                        at.before(),
                        self.direction.clone(),
                        check::joined(&self.exclude_providers).as_deref(),
                        check::joined(&self.exclude_secret_types).as_deref(),
                        self.hide_secret,
                        check::joined(&self.included_metadata).as_deref(),
                        self.is_bypassed,
                        self.is_multi_repo,
                        self.is_publicly_leaked,
                        self.owner_email_hash.as_deref(),
                        at.page(),
                        self.start.per_page(self.per_page),
                        check::joined(&self.providers).as_deref(),
                        check::joined(&self.resolution).as_deref(),
                        check::joined(&self.secret_type).as_deref(),
                        self.sort.clone(),
                        self.state.clone(),
                        check::joined(&self.validity).as_deref(),
                    )
            }
            EnterpriseOrOrgOrRepo::Repo(scope) => {
                builders
                    .secret_scanning_list_alerts_for_repo(
                        scope.owner(),
                        scope.name(),
                        at.after(),
                        self.assignee.as_deref(),
                        at.before(),
                        self.direction.clone(),
                        check::joined(&self.exclude_providers).as_deref(),
                        check::joined(&self.exclude_secret_types).as_deref(),
                        self.hide_secret,
                        check::joined(&self.included_metadata).as_deref(),
                        self.is_bypassed,
                        self.is_multi_repo,
                        self.is_publicly_leaked,
                        self.owner_email_hash.as_deref(),
                        at.page(),
                        self.start.per_page(self.per_page),
                        check::joined(&self.providers).as_deref(),
                        check::joined(&self.resolution).as_deref(),
                        check::joined(&self.secret_type).as_deref(),
                        self.sort.clone(),
                        self.state.clone(),
                        check::joined(&self.validity).as_deref(),
                    )
            }
        };
        request.map_err(Error::unwritable)
    }

    fn check(&self) -> Result<(), Error> {
        check::list("secret_type", &self.secret_type)?;
        check::list("exclude_secret_types", &self.exclude_secret_types)?;
        check::list("exclude_providers", &self.exclude_providers)?;
        check::list("providers", &self.providers)?;
        check::list("resolution", &self.resolution)?;
        check::range("per_page", self.start.per_page(self.per_page), 1u64, 100u64)?;
        check::list("validity", &self.validity)?;
        check::list("included_metadata", &self.included_metadata)?;
        check::length(
            "owner_email_hash",
            self.owner_email_hash.as_deref(),
            64usize,
            64usize,
        )?;
        check::exclusive(
            "secret_type",
            !self.secret_type.is_empty(),
            "exclude_secret_types",
            !self.exclude_secret_types.is_empty(),
        )?;
        check::exclusive(
            "providers",
            !self.providers.is_empty(),
            "exclude_providers",
            !self.exclude_providers.is_empty(),
        )?;
        Ok(())
    }
}

impl Fetch for Inner {
    type Item = types::Alert;
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
    ) -> BoxFuture<'static, Result<Page<types::Alert>, Error>> {
        let (client, operation) = (self.scope.client().clone(), self.operation());
        let (request, per_page) = (self.build(&at), self.start.per_page(self.per_page));
        Box::pin(async move {
            call::page(&client, operation, request, at, per_page).await
        })
    }
}
