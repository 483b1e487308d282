// Written by `cargo xtask generate` from the files in spec/. Do not edit: change spec/ or codegen/.

//! The request `ListOrgAlerts`.

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

/// List the alerts of an organization.
///
/// Lists the alerts of all repositories in the organization, newest first unless asked
/// otherwise. The caller must administer the organization or be one of its security managers;
/// where all of the repositories are public, a classic token with `public_repo` is enough.
/// Pages go by number, or by cursor once an empty cursor was sent.
///
/// `GET /orgs/{org}/secret-scanning/alerts`, [GitHub's
/// page](https://docs.github.com/enterprise-cloud@latest/rest/secret-scanning/secret-scanning#list-secret-scanning-alerts-for-an-organization).
///
/// A fine-grained token needs `secret_scanning_alerts=read`;
/// a classic one needs one of `repo`, `security_events`;
/// installation tokens work.
/// Stands in the descriptions of dotcom, ghec, ghes-3.17, ghes-3.18, ghes-3.19.
#[must_use = "a request does nothing until it is sent"]
#[derive(Clone, Debug)]
pub struct ListOrgAlerts {
    scope: Org,
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

impl ListOrgAlerts {
    pub(crate) fn new(scope: &Org) -> Self {
        Self {
            scope: scope.clone(),
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
        }
    }

    /// Keep only alerts in this state.
    pub fn state(mut self, state: types::AlertState) -> Self {
        self.state = Some(state);
        self
    }

    /// Keep only these types of secret. Generic patterns are listed only when they are named here.
    /// Excludes `exclude_secret_types`.
    ///
    /// Any number of values, as an array or a `Vec`; none at all is as if it were not set.
    pub fn secret_type(
        mut self,
        secret_type: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.secret_type = secret_type.into_iter().map(Into::into).collect();
        self
    }

    /// Leave out these types of secret. Excludes `secret_type`.
    ///
    /// Any number of values, as an array or a `Vec`; none at all is as if it were not set.
    pub fn exclude_secret_types(
        mut self,
        exclude_secret_types: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.exclude_secret_types = exclude_secret_types
            .into_iter()
            .map(Into::into)
            .collect();
        self
    }

    /// Leave out secrets of these providers, by the slug that an alert shows as `provider_slug`.
    /// Excludes `providers`.
    ///
    /// Any number of values, as an array or a `Vec`; none at all is as if it were not set.
    pub fn exclude_providers(
        mut self,
        exclude_providers: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.exclude_providers = exclude_providers.into_iter().map(Into::into).collect();
        self
    }

    /// Keep only secrets of these providers, by the slug that an alert shows as `provider_slug`.
    /// Excludes `exclude_providers`.
    ///
    /// Any number of values, as an array or a `Vec`; none at all is as if it were not set.
    pub fn providers(
        mut self,
        providers: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.providers = providers.into_iter().map(Into::into).collect();
        self
    }

    /// Keep only alerts that were resolved for one of these reasons.
    ///
    /// Any number of values, as an array or a `Vec`; none at all is as if it were not set.
    pub fn resolution(
        mut self,
        resolution: impl IntoIterator<Item = types::ResolutionFilter>,
    ) -> Self {
        self.resolution = resolution.into_iter().collect();
        self
    }

    /// Keep only alerts that are assigned to the user with this login; `*` keeps those assigned to
    /// anybody, `none` those assigned to nobody.
    pub fn assignee(mut self, assignee: impl Into<String>) -> Self {
        self.assignee = Some(assignee.into());
        self
    }

    /// What the list is ordered by.
    pub fn sort(mut self, sort: types::AlertSort) -> Self {
        self.sort = Some(sort);
        self
    }

    /// Which end of the order comes first.
    pub fn direction(mut self, direction: types::SortDirection) -> Self {
        self.direction = Some(direction);
        self
    }

    /// How many items a page holds, from 1 to 100.
    ///
    /// From 1 to 100. Checked before sending.
    pub fn per_page(mut self, per_page: u64) -> Self {
        self.per_page = Some(per_page);
        self
    }

    /// Keep only alerts whose secret has one of these validities.
    ///
    /// Any number of values, as an array or a `Vec`; none at all is as if it were not set.
    pub fn validity(
        mut self,
        validity: impl IntoIterator<Item = types::Validity>,
    ) -> Self {
        self.validity = validity.into_iter().collect();
        self
    }

    /// With true, keep only secrets that also leaked in public.
    pub fn is_publicly_leaked(mut self, is_publicly_leaked: bool) -> Self {
        self.is_publicly_leaked = Some(is_publicly_leaked);
        self
    }

    /// With true, keep only secrets that were found in more than one repository.
    pub fn is_multi_repo(mut self, is_multi_repo: bool) -> Self {
        self.is_multi_repo = Some(is_multi_repo);
        self
    }

    /// With true, the plain text of the secret is kept out of the answer.
    pub fn hide_secret(mut self, hide_secret: bool) -> Self {
        self.hide_secret = Some(hide_secret);
        self
    }

    /// With true, keep only alerts that exist because somebody went past push protection; with
    /// false, only the others.
    pub fn is_bypassed(mut self, is_bypassed: bool) -> Self {
        self.is_bypassed = Some(is_bypassed);
        self
    }

    /// Keep only alerts that know all of these facts about their secret.
    ///
    /// Any number of values, as an array or a `Vec`; none at all is as if it were not set.
    pub fn included_metadata(
        mut self,
        included_metadata: impl IntoIterator<Item = types::AlertMetadataKey>,
    ) -> Self {
        self.included_metadata = included_metadata.into_iter().collect();
        self
    }

    /// Keep only secrets whose owner has this mail address, given as its SHA-256 hash in 64
    /// lower-case hex digits.
    ///
    /// Exactly 64 characters. Checked before sending.
    pub fn owner_email_hash(mut self, owner_email_hash: impl Into<String>) -> Self {
        self.owner_email_hash = Some(owner_email_hash.into());
        self
    }

    /// Pages by cursor instead of by page number: no item is skipped or repeated when the list
    /// changes in between.
    pub fn by_cursor(mut self) -> Self {
        self.start = self.start.by_cursor();
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
    pub async fn page(self) -> Result<Page<types::Alert>, Error> {
        self.pages().first().await
    }

    /// Returns the list page by page; a page is requested when the stream is polled for it.
    pub fn pages(self) -> Pages<types::Alert> {
        Pages::new(self.start.clone(), self.per_page, self)
    }

    /// Returns the list item by item; a page is requested when the stream is polled for its
    /// first item.
    pub fn stream(self) -> Items<types::Alert> {
        Items::new(self.pages())
    }

    /// Checks the arguments, and builds the request of the page at `at`.
    pub(crate) fn build(&self, at: &Position) -> Result<reqwest::Request, Error> {
        self.check()?;
        let builders = self.scope.client().request_builders();
        builders
            .secret_scanning_list_alerts_for_org(
                self.scope.login(),
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
            .map_err(Error::unwritable)
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

impl Fetch for ListOrgAlerts {
    type Item = types::Alert;
    fn head(&self) -> RequestHead {
        (&operations::LIST_ORG_ALERTS).into()
    }

    fn fetch(
        &self,
        at: Position,
    ) -> BoxFuture<'static, Result<Page<types::Alert>, Error>> {
        let (client, request) = (self.scope.client().clone(), self.build(&at));
        let per_page = self.start.per_page(self.per_page);
        Box::pin(async move {
            call::page(&client, &operations::LIST_ORG_ALERTS, request, at, per_page)
                .await
        })
    }
}
