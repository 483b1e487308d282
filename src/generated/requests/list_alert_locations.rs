// Written by `cargo xtask generate` from the files in spec/. Do not edit: change spec/ or codegen/.

//! Lists the locations of an alert.

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
use crate::pagination::Collected;
use crate::pagination::Entries;
use crate::pagination::Fetch;
use crate::pagination::Items;
use crate::pagination::Page;
use crate::pagination::Pages;
use crate::pagination::Position;
use crate::pagination::ResumeToken;
use crate::pagination::Start;
use crate::scope::Repo;

/// Lists the locations of an alert.
///
/// Lists every location at which the secret of an alert was detected: commits, wikis, issues,
/// pull requests, and so on. The caller must administer the repository or its organization;
/// for public repositories a classic token with `public_repo` is sufficient. GitHub also
/// returns 404 if secret scanning is off, or if the caller cannot access the repository.
///
/// `GET /repos/{owner}/{repo}/secret-scanning/alerts/{alert_number}/locations` ([GitHub's
/// documentation](https://docs.github.com/enterprise-cloud@latest/rest/secret-scanning/secret-scanning#list-locations-for-a-secret-scanning-alert)).
///
/// Requires the fine-grained permission `secret_scanning_alerts=read`, or a classic token with
/// the OAuth scope `repo` or `security_events`. Available on GitHub.com, GitHub Enterprise
/// Cloud, and GitHub Enterprise Server 3.17 to 3.19.
#[must_use = "a request does nothing until it is sent"]
#[derive(Clone, Debug)]
pub struct ListAlertLocations {
    pub(crate) inner: Inner,
}

impl ListAlertLocations {
    pub(crate) fn new(scope: Repo, alert_number: types::AlertNumber) -> Self {
        let inner = Inner {
            scope,
            start: Start::first(),
            alert_number,
            per_page: Default::default(),
        };
        Self { inner }
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
    pub fn page(self) -> BoxFuture<'static, Result<Page<types::Location>, Error>> {
        self.inner.first_page()
    }

    /// Returns the list page by page; a page is requested when the stream is polled for it.
    pub fn pages(self) -> Pages<types::Location> {
        self.inner.pages()
    }

    /// Returns the list item by item; a page is requested when the stream is polled for its
    /// first item. Malformed items are passed over, and named by one error after the last item.
    pub fn stream(self) -> Items<types::Location> {
        Items::new(self.entries())
    }

    /// Returns the list entry by entry: each is an item or a malformed item, in its place.
    pub fn entries(self) -> Entries<types::Location> {
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
    ) -> BoxFuture<'static, Result<Collected<types::Location>, Error>> {
        self.inner.collect_all()
    }
}

#[derive(Clone, Debug)]
pub(crate) struct Inner {
    scope: Repo,
    start: Start,
    alert_number: types::AlertNumber,
    per_page: Option<u64>,
}

impl Inner {
    fn per_page(&mut self, per_page: u64) {
        self.per_page = Some(per_page);
    }

    fn first_page(self) -> BoxFuture<'static, Result<Page<types::Location>, Error>> {
        Box::pin(self.pages().first())
    }

    fn pages(self) -> Pages<types::Location> {
        Pages::new(self.start.clone(), self.per_page, self)
    }

    fn collect_all(
        self,
    ) -> BoxFuture<'static, Result<Collected<types::Location>, Error>> {
        Box::pin(Entries::new(self.pages()).collect_all())
    }

    pub(crate) fn operation(&self) -> &'static Operation {
        &operations::LIST_ALERT_LOCATIONS
    }

    /// Checks the arguments, and builds the request of the page at `at`.
    fn build(&self, at: &Position) -> Result<reqwest::Request, Error> {
        self.check()?;
        self.build_unchecked(at)
    }

    fn build_unchecked(&self, at: &Position) -> Result<reqwest::Request, Error> {
        let builders = self.scope.client().request_builders();
        let request = {
            let scope = &self.scope;
            builders
                .secret_scanning_list_locations_for_alert(
                    scope.owner(),
                    scope.name(),
                    &self.alert_number,
                    at.page(),
                    self.start.per_page(self.per_page),
                )
        };
        request.map_err(Error::unwritable)
    }

    fn check(&self) -> Result<(), Error> {
        check::range(
            "alert_number",
            Some(self.alert_number.get()),
            1u64,
            18446744073709551615u64,
        )?;
        check::range("per_page", self.start.per_page(self.per_page), 1u64, 100u64)?;
        Ok(())
    }
}

impl Fetch for Inner {
    type Item = types::Location;
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
    ) -> BoxFuture<'static, Result<Page<types::Location>, Error>> {
        let (client, operation) = (self.scope.client().clone(), self.operation());
        let (request, per_page) = (self.build(&at), self.start.per_page(self.per_page));
        Box::pin(async move {
            call::page(&client, operation, request, at, per_page).await
        })
    }
}
