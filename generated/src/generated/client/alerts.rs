// Written by `cargo xtask generate` from the files in spec/. Do not edit: change spec/ or codegen/.

//! The operations of spec/alerts.yaml.

use progenitor_client::{
    ClientHooks, ClientInfo, Error, OperationInfo, ResponseValue, encode_path,
};

use crate::{Client, types};

impl Client {
    /// List the alerts of an enterprise
    ///
    /// Lists the alerts of all repositories in the enterprise, newest first unless asked
    /// otherwise. It shows only organizations in which the caller is an owner or a security
    /// manager, and repositories of managed users. This list walks by cursor alone.
    ///
    /// Sends a `GET` request to `/enterprises/{enterprise}/secret-scanning/alerts`
    ///
    /// Arguments:
    /// - `enterprise`: The slug of the enterprise, or its numeric id.
    /// - `after`: A cursor out of a `Link` header: only what comes after it is listed. On a list
    /// that also has page numbers, an empty value starts a walk by cursor.
    /// - `assignee`: Keep only alerts that are assigned to the user with this login; `*` keeps
    /// those assigned to anybody, `none` those assigned to nobody.
    /// - `before`: A cursor out of a `Link` header: only what comes before it is listed. On a list
    /// that also has page numbers, an empty value starts a walk by cursor.
    /// - `direction`: Which end of the order comes first.
    /// - `exclude_providers`: Leave out secrets of these providers, by the slug that an alert
    /// shows as `provider_slug`. Excludes `providers`.
    /// - `exclude_secret_types`: Leave out these types of secret. Excludes `secret_type`.
    /// - `hide_secret`: With true, the plain text of the secret is kept out of the answer.
    /// - `included_metadata`: Keep only alerts that know all of these facts about their secret.
    /// - `is_bypassed`: With true, keep only alerts that exist because somebody went past push
    /// protection; with false, only the others.
    /// - `is_multi_repo`: With true, keep only secrets that were found in more than one
    /// repository.
    /// - `is_publicly_leaked`: With true, keep only secrets that also leaked in public.
    /// - `owner_email_hash`: Keep only secrets whose owner has this mail address, given as its
    /// SHA-256 hash in 64 lower-case hex digits.
    /// - `per_page`: How many items a page holds, from 1 to 100.
    /// - `providers`: Keep only secrets of these providers, by the slug that an alert shows as
    /// `provider_slug`. Excludes `exclude_providers`.
    /// - `resolution`: Keep only alerts that were resolved for one of these reasons.
    /// - `secret_type`: Keep only these types of secret. Generic patterns are listed only when
    /// they are named here. Excludes `exclude_secret_types`.
    /// - `sort`: What the list is ordered by.
    /// - `state`: Keep only alerts in this state.
    /// - `validity`: Keep only alerts whose secret has one of these validities.
    pub async fn secret_scanning_list_alerts_for_enterprise<'a>(
        &'a self,
        enterprise: &'a str,
        after: Option<&'a str>,
        assignee: Option<&'a str>,
        before: Option<&'a str>,
        direction: Option<types::SortDirection>,
        exclude_providers: Option<&'a str>,
        exclude_secret_types: Option<&'a str>,
        hide_secret: Option<bool>,
        included_metadata: Option<&'a str>,
        is_bypassed: Option<bool>,
        is_multi_repo: Option<bool>,
        is_publicly_leaked: Option<bool>,
        owner_email_hash: Option<&'a str>,
        per_page: Option<u64>,
        providers: Option<&'a str>,
        resolution: Option<&'a str>,
        secret_type: Option<&'a str>,
        sort: Option<types::AlertSort>,
        state: Option<types::AlertState>,
        validity: Option<&'a str>,
    ) -> Result<ResponseValue<::std::vec::Vec<types::Alert>>, Error<()>> {
        let url = format!(
            "{}/enterprises/{}/secret-scanning/alerts", self.baseurl, encode_path(&
            enterprise.to_string()),
        );
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
        header_map
            .append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(Self::api_version()),
            );
        #[allow(unused_mut)]
        let mut request = self
            .client
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .query(&progenitor_client::QueryParam::new("after", &after))
            .query(&progenitor_client::QueryParam::new("assignee", &assignee))
            .query(&progenitor_client::QueryParam::new("before", &before))
            .query(&progenitor_client::QueryParam::new("direction", &direction))
            .query(
                &progenitor_client::QueryParam::new(
                    "exclude_providers",
                    &exclude_providers,
                ),
            )
            .query(
                &progenitor_client::QueryParam::new(
                    "exclude_secret_types",
                    &exclude_secret_types,
                ),
            )
            .query(&progenitor_client::QueryParam::new("hide_secret", &hide_secret))
            .query(
                &progenitor_client::QueryParam::new(
                    "included_metadata",
                    &included_metadata,
                ),
            )
            .query(&progenitor_client::QueryParam::new("is_bypassed", &is_bypassed))
            .query(&progenitor_client::QueryParam::new("is_multi_repo", &is_multi_repo))
            .query(
                &progenitor_client::QueryParam::new(
                    "is_publicly_leaked",
                    &is_publicly_leaked,
                ),
            )
            .query(
                &progenitor_client::QueryParam::new(
                    "owner_email_hash",
                    &owner_email_hash,
                ),
            )
            .query(&progenitor_client::QueryParam::new("per_page", &per_page))
            .query(&progenitor_client::QueryParam::new("providers", &providers))
            .query(&progenitor_client::QueryParam::new("resolution", &resolution))
            .query(&progenitor_client::QueryParam::new("secret_type", &secret_type))
            .query(&progenitor_client::QueryParam::new("sort", &sort))
            .query(&progenitor_client::QueryParam::new("state", &state))
            .query(&progenitor_client::QueryParam::new("validity", &validity))
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "secret_scanning_list_alerts_for_enterprise",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200u16 => ResponseValue::from_response(response).await,
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }

    /// List the alerts of an organization
    ///
    /// Lists the alerts of all repositories in the organization, newest first unless asked
    /// otherwise. The caller must administer the organization or be one of its security managers;
    /// where all of the repositories are public, a classic token with `public_repo` is enough.
    /// Pages go by number, or by cursor once an empty cursor was sent.
    ///
    /// Sends a `GET` request to `/orgs/{org}/secret-scanning/alerts`
    ///
    /// Arguments:
    /// - `org`: The login of the organization, in any case of letters.
    /// - `after`: A cursor out of a `Link` header: only what comes after it is listed. On a list
    /// that also has page numbers, an empty value starts a walk by cursor.
    /// - `assignee`: Keep only alerts that are assigned to the user with this login; `*` keeps
    /// those assigned to anybody, `none` those assigned to nobody.
    /// - `before`: A cursor out of a `Link` header: only what comes before it is listed. On a list
    /// that also has page numbers, an empty value starts a walk by cursor.
    /// - `direction`: Which end of the order comes first.
    /// - `exclude_providers`: Leave out secrets of these providers, by the slug that an alert
    /// shows as `provider_slug`. Excludes `providers`.
    /// - `exclude_secret_types`: Leave out these types of secret. Excludes `secret_type`.
    /// - `hide_secret`: With true, the plain text of the secret is kept out of the answer.
    /// - `included_metadata`: Keep only alerts that know all of these facts about their secret.
    /// - `is_bypassed`: With true, keep only alerts that exist because somebody went past push
    /// protection; with false, only the others.
    /// - `is_multi_repo`: With true, keep only secrets that were found in more than one
    /// repository.
    /// - `is_publicly_leaked`: With true, keep only secrets that also leaked in public.
    /// - `owner_email_hash`: Keep only secrets whose owner has this mail address, given as its
    /// SHA-256 hash in 64 lower-case hex digits.
    /// - `page`: The page to fetch, counted from 1.
    /// - `per_page`: How many items a page holds, from 1 to 100.
    /// - `providers`: Keep only secrets of these providers, by the slug that an alert shows as
    /// `provider_slug`. Excludes `exclude_providers`.
    /// - `resolution`: Keep only alerts that were resolved for one of these reasons.
    /// - `secret_type`: Keep only these types of secret. Generic patterns are listed only when
    /// they are named here. Excludes `exclude_secret_types`.
    /// - `sort`: What the list is ordered by.
    /// - `state`: Keep only alerts in this state.
    /// - `validity`: Keep only alerts whose secret has one of these validities.
    pub async fn secret_scanning_list_alerts_for_org<'a>(
        &'a self,
        org: &'a str,
        after: Option<&'a str>,
        assignee: Option<&'a str>,
        before: Option<&'a str>,
        direction: Option<types::SortDirection>,
        exclude_providers: Option<&'a str>,
        exclude_secret_types: Option<&'a str>,
        hide_secret: Option<bool>,
        included_metadata: Option<&'a str>,
        is_bypassed: Option<bool>,
        is_multi_repo: Option<bool>,
        is_publicly_leaked: Option<bool>,
        owner_email_hash: Option<&'a str>,
        page: Option<u64>,
        per_page: Option<u64>,
        providers: Option<&'a str>,
        resolution: Option<&'a str>,
        secret_type: Option<&'a str>,
        sort: Option<types::AlertSort>,
        state: Option<types::AlertState>,
        validity: Option<&'a str>,
    ) -> Result<ResponseValue<::std::vec::Vec<types::Alert>>, Error<()>> {
        let url = format!(
            "{}/orgs/{}/secret-scanning/alerts", self.baseurl, encode_path(& org
            .to_string()),
        );
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
        header_map
            .append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(Self::api_version()),
            );
        #[allow(unused_mut)]
        let mut request = self
            .client
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .query(&progenitor_client::QueryParam::new("after", &after))
            .query(&progenitor_client::QueryParam::new("assignee", &assignee))
            .query(&progenitor_client::QueryParam::new("before", &before))
            .query(&progenitor_client::QueryParam::new("direction", &direction))
            .query(
                &progenitor_client::QueryParam::new(
                    "exclude_providers",
                    &exclude_providers,
                ),
            )
            .query(
                &progenitor_client::QueryParam::new(
                    "exclude_secret_types",
                    &exclude_secret_types,
                ),
            )
            .query(&progenitor_client::QueryParam::new("hide_secret", &hide_secret))
            .query(
                &progenitor_client::QueryParam::new(
                    "included_metadata",
                    &included_metadata,
                ),
            )
            .query(&progenitor_client::QueryParam::new("is_bypassed", &is_bypassed))
            .query(&progenitor_client::QueryParam::new("is_multi_repo", &is_multi_repo))
            .query(
                &progenitor_client::QueryParam::new(
                    "is_publicly_leaked",
                    &is_publicly_leaked,
                ),
            )
            .query(
                &progenitor_client::QueryParam::new(
                    "owner_email_hash",
                    &owner_email_hash,
                ),
            )
            .query(&progenitor_client::QueryParam::new("page", &page))
            .query(&progenitor_client::QueryParam::new("per_page", &per_page))
            .query(&progenitor_client::QueryParam::new("providers", &providers))
            .query(&progenitor_client::QueryParam::new("resolution", &resolution))
            .query(&progenitor_client::QueryParam::new("secret_type", &secret_type))
            .query(&progenitor_client::QueryParam::new("sort", &sort))
            .query(&progenitor_client::QueryParam::new("state", &state))
            .query(&progenitor_client::QueryParam::new("validity", &validity))
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "secret_scanning_list_alerts_for_org",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200u16 => ResponseValue::from_response(response).await,
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }

    /// List the alerts of a repository
    ///
    /// Lists the alerts of one repository, newest first unless asked otherwise. The caller must
    /// administer the repository or its organization; on public repositories a classic token with
    /// `public_repo` is enough. The answer is 404 where secret scanning is off. Pages go by
    /// number, or by cursor once an empty cursor was sent.
    ///
    /// Sends a `GET` request to `/repos/{owner}/{repo}/secret-scanning/alerts`
    ///
    /// Arguments:
    /// - `owner`: The login of the account that owns the repository, in any case of letters.
    /// - `repo`: The name of the repository, without `.git` at the end, in any case of letters.
    /// - `after`: A cursor out of a `Link` header: only what comes after it is listed. On a list
    /// that also has page numbers, an empty value starts a walk by cursor.
    /// - `assignee`: Keep only alerts that are assigned to the user with this login; `*` keeps
    /// those assigned to anybody, `none` those assigned to nobody.
    /// - `before`: A cursor out of a `Link` header: only what comes before it is listed. On a list
    /// that also has page numbers, an empty value starts a walk by cursor.
    /// - `direction`: Which end of the order comes first.
    /// - `exclude_providers`: Leave out secrets of these providers, by the slug that an alert
    /// shows as `provider_slug`. Excludes `providers`.
    /// - `exclude_secret_types`: Leave out these types of secret. Excludes `secret_type`.
    /// - `hide_secret`: With true, the plain text of the secret is kept out of the answer.
    /// - `included_metadata`: Keep only alerts that know all of these facts about their secret.
    /// - `is_bypassed`: With true, keep only alerts that exist because somebody went past push
    /// protection; with false, only the others.
    /// - `is_multi_repo`: With true, keep only secrets that were found in more than one
    /// repository.
    /// - `is_publicly_leaked`: With true, keep only secrets that also leaked in public.
    /// - `owner_email_hash`: Keep only secrets whose owner has this mail address, given as its
    /// SHA-256 hash in 64 lower-case hex digits.
    /// - `page`: The page to fetch, counted from 1.
    /// - `per_page`: How many items a page holds, from 1 to 100.
    /// - `providers`: Keep only secrets of these providers, by the slug that an alert shows as
    /// `provider_slug`. Excludes `exclude_providers`.
    /// - `resolution`: Keep only alerts that were resolved for one of these reasons.
    /// - `secret_type`: Keep only these types of secret. Generic patterns are listed only when
    /// they are named here. Excludes `exclude_secret_types`.
    /// - `sort`: What the list is ordered by.
    /// - `state`: Keep only alerts in this state.
    /// - `validity`: Keep only alerts whose secret has one of these validities.
    pub async fn secret_scanning_list_alerts_for_repo<'a>(
        &'a self,
        owner: &'a str,
        repo: &'a str,
        after: Option<&'a str>,
        assignee: Option<&'a str>,
        before: Option<&'a str>,
        direction: Option<types::SortDirection>,
        exclude_providers: Option<&'a str>,
        exclude_secret_types: Option<&'a str>,
        hide_secret: Option<bool>,
        included_metadata: Option<&'a str>,
        is_bypassed: Option<bool>,
        is_multi_repo: Option<bool>,
        is_publicly_leaked: Option<bool>,
        owner_email_hash: Option<&'a str>,
        page: Option<u64>,
        per_page: Option<u64>,
        providers: Option<&'a str>,
        resolution: Option<&'a str>,
        secret_type: Option<&'a str>,
        sort: Option<types::AlertSort>,
        state: Option<types::AlertState>,
        validity: Option<&'a str>,
    ) -> Result<ResponseValue<::std::vec::Vec<types::Alert>>, Error<()>> {
        let url = format!(
            "{}/repos/{}/{}/secret-scanning/alerts", self.baseurl, encode_path(& owner
            .to_string()), encode_path(& repo.to_string()),
        );
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
        header_map
            .append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(Self::api_version()),
            );
        #[allow(unused_mut)]
        let mut request = self
            .client
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .query(&progenitor_client::QueryParam::new("after", &after))
            .query(&progenitor_client::QueryParam::new("assignee", &assignee))
            .query(&progenitor_client::QueryParam::new("before", &before))
            .query(&progenitor_client::QueryParam::new("direction", &direction))
            .query(
                &progenitor_client::QueryParam::new(
                    "exclude_providers",
                    &exclude_providers,
                ),
            )
            .query(
                &progenitor_client::QueryParam::new(
                    "exclude_secret_types",
                    &exclude_secret_types,
                ),
            )
            .query(&progenitor_client::QueryParam::new("hide_secret", &hide_secret))
            .query(
                &progenitor_client::QueryParam::new(
                    "included_metadata",
                    &included_metadata,
                ),
            )
            .query(&progenitor_client::QueryParam::new("is_bypassed", &is_bypassed))
            .query(&progenitor_client::QueryParam::new("is_multi_repo", &is_multi_repo))
            .query(
                &progenitor_client::QueryParam::new(
                    "is_publicly_leaked",
                    &is_publicly_leaked,
                ),
            )
            .query(
                &progenitor_client::QueryParam::new(
                    "owner_email_hash",
                    &owner_email_hash,
                ),
            )
            .query(&progenitor_client::QueryParam::new("page", &page))
            .query(&progenitor_client::QueryParam::new("per_page", &per_page))
            .query(&progenitor_client::QueryParam::new("providers", &providers))
            .query(&progenitor_client::QueryParam::new("resolution", &resolution))
            .query(&progenitor_client::QueryParam::new("secret_type", &secret_type))
            .query(&progenitor_client::QueryParam::new("sort", &sort))
            .query(&progenitor_client::QueryParam::new("state", &state))
            .query(&progenitor_client::QueryParam::new("validity", &validity))
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "secret_scanning_list_alerts_for_repo",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200u16 => ResponseValue::from_response(response).await,
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }

    /// Get one alert
    ///
    /// Fetches one alert of a repository, with what is known of the secret's owner. The caller
    /// must administer the repository or its organization; on public repositories a classic token
    /// with `public_repo` is enough. The answer is 404 where secret scanning is off.
    ///
    /// Sends a `GET` request to `/repos/{owner}/{repo}/secret-scanning/alerts/{alert_number}`
    ///
    /// Arguments:
    /// - `owner`: The login of the account that owns the repository, in any case of letters.
    /// - `repo`: The name of the repository, without `.git` at the end, in any case of letters.
    /// - `alert_number`: The number of the alert within its repository, counted from 1.
    /// - `hide_secret`: With true, the plain text of the secret is kept out of the answer.
    pub async fn secret_scanning_get_alert<'a>(
        &'a self,
        owner: &'a str,
        repo: &'a str,
        alert_number: u64,
        hide_secret: Option<bool>,
    ) -> Result<ResponseValue<types::Alert>, Error<()>> {
        let url = format!(
            "{}/repos/{}/{}/secret-scanning/alerts/{}", self.baseurl, encode_path(& owner
            .to_string()), encode_path(& repo.to_string()), encode_path(& alert_number
            .to_string()),
        );
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
        header_map
            .append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(Self::api_version()),
            );
        #[allow(unused_mut)]
        let mut request = self
            .client
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .query(&progenitor_client::QueryParam::new("hide_secret", &hide_secret))
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "secret_scanning_get_alert",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200u16 => ResponseValue::from_response(response).await,
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }

    /// Resolve, reopen, assign or rate an alert
    ///
    /// Changes the state of an alert, who it is assigned to, or whether its secret counts as
    /// valid; at least one of these must be given. Resolving needs a resolution, and reopening
    /// takes no comment. The caller must administer the repository or its organization; on public
    /// repositories a classic token with `public_repo` is enough. Where dismissals need a
    /// reviewer, others get 403.
    ///
    /// Sends a `PATCH` request to `/repos/{owner}/{repo}/secret-scanning/alerts/{alert_number}`
    ///
    /// Arguments:
    /// - `owner`: The login of the account that owns the repository, in any case of letters.
    /// - `repo`: The name of the repository, without `.git` at the end, in any case of letters.
    /// - `alert_number`: The number of the alert within its repository, counted from 1.
    /// - `body`
    pub async fn secret_scanning_update_alert<'a>(
        &'a self,
        owner: &'a str,
        repo: &'a str,
        alert_number: u64,
        body: &'a types::AlertUpdate,
    ) -> Result<ResponseValue<types::Alert>, Error<()>> {
        let url = format!(
            "{}/repos/{}/{}/secret-scanning/alerts/{}", self.baseurl, encode_path(& owner
            .to_string()), encode_path(& repo.to_string()), encode_path(& alert_number
            .to_string()),
        );
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
        header_map
            .append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(Self::api_version()),
            );
        #[allow(unused_mut)]
        let mut request = self
            .client
            .patch(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .json(&body)
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "secret_scanning_update_alert",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200u16 => ResponseValue::from_response(response).await,
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
