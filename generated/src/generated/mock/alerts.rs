// Written by `cargo xtask generate` from the files in spec/. Do not edit: change spec/ or codegen/.

//! The mocks of spec/alerts.yaml.

use crate::types;

pub struct SecretScanningListAlertsForEnterpriseWhen(::httpmock::When);
impl SecretScanningListAlertsForEnterpriseWhen {
    pub fn new(inner: ::httpmock::When) -> Self {
        Self(
            inner
                .method(::httpmock::Method::GET)
                .path_matches(
                    regex::Regex::new(
                            "^(?:/[^/]+)*/enterprises/[^/]+/secret-scanning/alerts$",
                        )
                        .unwrap(),
                ),
        )
    }

    pub fn into_inner(self) -> ::httpmock::When {
        self.0
    }

    pub fn enterprise(self, value: &str) -> Self {
        let re = regex::Regex::new(
                &format!(
                    "^(?:/[^/]+)*/enterprises/{}/secret-scanning/alerts$", crate
                    ::mocking::path_segment(& value.to_string())
                ),
            )
            .unwrap();
        Self(self.0.path_matches(re))
    }

    pub fn after<'a, T>(self, value: T) -> Self
    where
        T: Into<Option<&'a str>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("after", value.to_string()))
        } else {
            Self(self.0.query_param_missing("after"))
        }
    }

    pub fn assignee<'a, T>(self, value: T) -> Self
    where
        T: Into<Option<&'a str>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("assignee", value.to_string()))
        } else {
            Self(self.0.query_param_missing("assignee"))
        }
    }

    pub fn before<'a, T>(self, value: T) -> Self
    where
        T: Into<Option<&'a str>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("before", value.to_string()))
        } else {
            Self(self.0.query_param_missing("before"))
        }
    }

    pub fn direction<T>(self, value: T) -> Self
    where
        T: Into<Option<types::SortDirection>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("direction", value.to_string()))
        } else {
            Self(self.0.query_param_missing("direction"))
        }
    }

    pub fn exclude_providers<'a, T>(self, value: T) -> Self
    where
        T: Into<Option<&'a str>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("exclude_providers", value.to_string()))
        } else {
            Self(self.0.query_param_missing("exclude_providers"))
        }
    }

    pub fn exclude_secret_types<'a, T>(self, value: T) -> Self
    where
        T: Into<Option<&'a str>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("exclude_secret_types", value.to_string()))
        } else {
            Self(self.0.query_param_missing("exclude_secret_types"))
        }
    }

    pub fn hide_secret<T>(self, value: T) -> Self
    where
        T: Into<Option<bool>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("hide_secret", value.to_string()))
        } else {
            Self(self.0.query_param_missing("hide_secret"))
        }
    }

    pub fn included_metadata<'a, T>(self, value: T) -> Self
    where
        T: Into<Option<&'a str>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("included_metadata", value.to_string()))
        } else {
            Self(self.0.query_param_missing("included_metadata"))
        }
    }

    pub fn is_bypassed<T>(self, value: T) -> Self
    where
        T: Into<Option<bool>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("is_bypassed", value.to_string()))
        } else {
            Self(self.0.query_param_missing("is_bypassed"))
        }
    }

    pub fn is_multi_repo<T>(self, value: T) -> Self
    where
        T: Into<Option<bool>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("is_multi_repo", value.to_string()))
        } else {
            Self(self.0.query_param_missing("is_multi_repo"))
        }
    }

    pub fn is_publicly_leaked<T>(self, value: T) -> Self
    where
        T: Into<Option<bool>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("is_publicly_leaked", value.to_string()))
        } else {
            Self(self.0.query_param_missing("is_publicly_leaked"))
        }
    }

    pub fn owner_email_hash<'a, T>(self, value: T) -> Self
    where
        T: Into<Option<&'a str>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("owner_email_hash", value.to_string()))
        } else {
            Self(self.0.query_param_missing("owner_email_hash"))
        }
    }

    pub fn per_page<T>(self, value: T) -> Self
    where
        T: Into<Option<u64>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("per_page", value.to_string()))
        } else {
            Self(self.0.query_param_missing("per_page"))
        }
    }

    pub fn providers<'a, T>(self, value: T) -> Self
    where
        T: Into<Option<&'a str>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("providers", value.to_string()))
        } else {
            Self(self.0.query_param_missing("providers"))
        }
    }

    pub fn resolution<'a, T>(self, value: T) -> Self
    where
        T: Into<Option<&'a str>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("resolution", value.to_string()))
        } else {
            Self(self.0.query_param_missing("resolution"))
        }
    }

    pub fn secret_type<'a, T>(self, value: T) -> Self
    where
        T: Into<Option<&'a str>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("secret_type", value.to_string()))
        } else {
            Self(self.0.query_param_missing("secret_type"))
        }
    }

    pub fn sort<T>(self, value: T) -> Self
    where
        T: Into<Option<types::AlertSort>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("sort", value.to_string()))
        } else {
            Self(self.0.query_param_missing("sort"))
        }
    }

    pub fn state<T>(self, value: T) -> Self
    where
        T: Into<Option<types::AlertState>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("state", value.to_string()))
        } else {
            Self(self.0.query_param_missing("state"))
        }
    }

    pub fn validity<'a, T>(self, value: T) -> Self
    where
        T: Into<Option<&'a str>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("validity", value.to_string()))
        } else {
            Self(self.0.query_param_missing("validity"))
        }
    }
}

pub struct SecretScanningListAlertsForEnterpriseThen(::httpmock::Then);
impl SecretScanningListAlertsForEnterpriseThen {
    pub fn new(inner: ::httpmock::Then) -> Self {
        Self(inner)
    }

    pub fn into_inner(self) -> ::httpmock::Then {
        self.0
    }

    pub fn ok(self, value: &::std::vec::Vec<types::Alert>) -> Self {
        Self(
            self
                .0
                .status(200u16)
                .header("content-type", "application/json")
                .json_body(crate::mocking::json_with_secrets(value)),
        )
    }

    pub fn not_found(self, value: &types::ErrorBody) -> Self {
        Self(
            self
                .0
                .status(404u16)
                .header("content-type", "application/json")
                .json_body(crate::mocking::json_with_secrets(value)),
        )
    }

    pub fn service_unavailable(self, value: &types::ErrorBody) -> Self {
        Self(
            self
                .0
                .status(503u16)
                .header("content-type", "application/json")
                .json_body(crate::mocking::json_with_secrets(value)),
        )
    }
}

pub struct SecretScanningListAlertsForOrgWhen(::httpmock::When);
impl SecretScanningListAlertsForOrgWhen {
    pub fn new(inner: ::httpmock::When) -> Self {
        Self(
            inner
                .method(::httpmock::Method::GET)
                .path_matches(
                    regex::Regex::new("^(?:/[^/]+)*/orgs/[^/]+/secret-scanning/alerts$")
                        .unwrap(),
                ),
        )
    }

    pub fn into_inner(self) -> ::httpmock::When {
        self.0
    }

    pub fn org(self, value: &str) -> Self {
        let re = regex::Regex::new(
                &format!(
                    "^(?:/[^/]+)*/orgs/{}/secret-scanning/alerts$", crate
                    ::mocking::path_segment(& value.to_string())
                ),
            )
            .unwrap();
        Self(self.0.path_matches(re))
    }

    pub fn after<'a, T>(self, value: T) -> Self
    where
        T: Into<Option<&'a str>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("after", value.to_string()))
        } else {
            Self(self.0.query_param_missing("after"))
        }
    }

    pub fn assignee<'a, T>(self, value: T) -> Self
    where
        T: Into<Option<&'a str>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("assignee", value.to_string()))
        } else {
            Self(self.0.query_param_missing("assignee"))
        }
    }

    pub fn before<'a, T>(self, value: T) -> Self
    where
        T: Into<Option<&'a str>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("before", value.to_string()))
        } else {
            Self(self.0.query_param_missing("before"))
        }
    }

    pub fn direction<T>(self, value: T) -> Self
    where
        T: Into<Option<types::SortDirection>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("direction", value.to_string()))
        } else {
            Self(self.0.query_param_missing("direction"))
        }
    }

    pub fn exclude_providers<'a, T>(self, value: T) -> Self
    where
        T: Into<Option<&'a str>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("exclude_providers", value.to_string()))
        } else {
            Self(self.0.query_param_missing("exclude_providers"))
        }
    }

    pub fn exclude_secret_types<'a, T>(self, value: T) -> Self
    where
        T: Into<Option<&'a str>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("exclude_secret_types", value.to_string()))
        } else {
            Self(self.0.query_param_missing("exclude_secret_types"))
        }
    }

    pub fn hide_secret<T>(self, value: T) -> Self
    where
        T: Into<Option<bool>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("hide_secret", value.to_string()))
        } else {
            Self(self.0.query_param_missing("hide_secret"))
        }
    }

    pub fn included_metadata<'a, T>(self, value: T) -> Self
    where
        T: Into<Option<&'a str>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("included_metadata", value.to_string()))
        } else {
            Self(self.0.query_param_missing("included_metadata"))
        }
    }

    pub fn is_bypassed<T>(self, value: T) -> Self
    where
        T: Into<Option<bool>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("is_bypassed", value.to_string()))
        } else {
            Self(self.0.query_param_missing("is_bypassed"))
        }
    }

    pub fn is_multi_repo<T>(self, value: T) -> Self
    where
        T: Into<Option<bool>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("is_multi_repo", value.to_string()))
        } else {
            Self(self.0.query_param_missing("is_multi_repo"))
        }
    }

    pub fn is_publicly_leaked<T>(self, value: T) -> Self
    where
        T: Into<Option<bool>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("is_publicly_leaked", value.to_string()))
        } else {
            Self(self.0.query_param_missing("is_publicly_leaked"))
        }
    }

    pub fn owner_email_hash<'a, T>(self, value: T) -> Self
    where
        T: Into<Option<&'a str>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("owner_email_hash", value.to_string()))
        } else {
            Self(self.0.query_param_missing("owner_email_hash"))
        }
    }

    pub fn page<T>(self, value: T) -> Self
    where
        T: Into<Option<u64>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("page", value.to_string()))
        } else {
            Self(self.0.query_param_missing("page"))
        }
    }

    pub fn per_page<T>(self, value: T) -> Self
    where
        T: Into<Option<u64>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("per_page", value.to_string()))
        } else {
            Self(self.0.query_param_missing("per_page"))
        }
    }

    pub fn providers<'a, T>(self, value: T) -> Self
    where
        T: Into<Option<&'a str>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("providers", value.to_string()))
        } else {
            Self(self.0.query_param_missing("providers"))
        }
    }

    pub fn resolution<'a, T>(self, value: T) -> Self
    where
        T: Into<Option<&'a str>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("resolution", value.to_string()))
        } else {
            Self(self.0.query_param_missing("resolution"))
        }
    }

    pub fn secret_type<'a, T>(self, value: T) -> Self
    where
        T: Into<Option<&'a str>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("secret_type", value.to_string()))
        } else {
            Self(self.0.query_param_missing("secret_type"))
        }
    }

    pub fn sort<T>(self, value: T) -> Self
    where
        T: Into<Option<types::AlertSort>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("sort", value.to_string()))
        } else {
            Self(self.0.query_param_missing("sort"))
        }
    }

    pub fn state<T>(self, value: T) -> Self
    where
        T: Into<Option<types::AlertState>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("state", value.to_string()))
        } else {
            Self(self.0.query_param_missing("state"))
        }
    }

    pub fn validity<'a, T>(self, value: T) -> Self
    where
        T: Into<Option<&'a str>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("validity", value.to_string()))
        } else {
            Self(self.0.query_param_missing("validity"))
        }
    }
}

pub struct SecretScanningListAlertsForOrgThen(::httpmock::Then);
impl SecretScanningListAlertsForOrgThen {
    pub fn new(inner: ::httpmock::Then) -> Self {
        Self(inner)
    }

    pub fn into_inner(self) -> ::httpmock::Then {
        self.0
    }

    pub fn ok(self, value: &::std::vec::Vec<types::Alert>) -> Self {
        Self(
            self
                .0
                .status(200u16)
                .header("content-type", "application/json")
                .json_body(crate::mocking::json_with_secrets(value)),
        )
    }

    pub fn not_found(self, value: &types::ErrorBody) -> Self {
        Self(
            self
                .0
                .status(404u16)
                .header("content-type", "application/json")
                .json_body(crate::mocking::json_with_secrets(value)),
        )
    }

    pub fn service_unavailable(self, value: &types::ErrorBody) -> Self {
        Self(
            self
                .0
                .status(503u16)
                .header("content-type", "application/json")
                .json_body(crate::mocking::json_with_secrets(value)),
        )
    }
}

pub struct SecretScanningListAlertsForRepoWhen(::httpmock::When);
impl SecretScanningListAlertsForRepoWhen {
    pub fn new(inner: ::httpmock::When) -> Self {
        Self(
            inner
                .method(::httpmock::Method::GET)
                .path_matches(
                    regex::Regex::new(
                            "^(?:/[^/]+)*/repos/[^/]+/[^/]+/secret-scanning/alerts$",
                        )
                        .unwrap(),
                ),
        )
    }

    pub fn into_inner(self) -> ::httpmock::When {
        self.0
    }

    pub fn owner(self, value: &str) -> Self {
        let re = regex::Regex::new(
                &format!(
                    "^(?:/[^/]+)*/repos/{}/[^/]+/secret-scanning/alerts$", crate
                    ::mocking::path_segment(& value.to_string())
                ),
            )
            .unwrap();
        Self(self.0.path_matches(re))
    }

    pub fn repo(self, value: &str) -> Self {
        let re = regex::Regex::new(
                &format!(
                    "^(?:/[^/]+)*/repos/[^/]+/{}/secret-scanning/alerts$", crate
                    ::mocking::path_segment(& value.to_string())
                ),
            )
            .unwrap();
        Self(self.0.path_matches(re))
    }

    pub fn after<'a, T>(self, value: T) -> Self
    where
        T: Into<Option<&'a str>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("after", value.to_string()))
        } else {
            Self(self.0.query_param_missing("after"))
        }
    }

    pub fn assignee<'a, T>(self, value: T) -> Self
    where
        T: Into<Option<&'a str>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("assignee", value.to_string()))
        } else {
            Self(self.0.query_param_missing("assignee"))
        }
    }

    pub fn before<'a, T>(self, value: T) -> Self
    where
        T: Into<Option<&'a str>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("before", value.to_string()))
        } else {
            Self(self.0.query_param_missing("before"))
        }
    }

    pub fn direction<T>(self, value: T) -> Self
    where
        T: Into<Option<types::SortDirection>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("direction", value.to_string()))
        } else {
            Self(self.0.query_param_missing("direction"))
        }
    }

    pub fn exclude_providers<'a, T>(self, value: T) -> Self
    where
        T: Into<Option<&'a str>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("exclude_providers", value.to_string()))
        } else {
            Self(self.0.query_param_missing("exclude_providers"))
        }
    }

    pub fn exclude_secret_types<'a, T>(self, value: T) -> Self
    where
        T: Into<Option<&'a str>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("exclude_secret_types", value.to_string()))
        } else {
            Self(self.0.query_param_missing("exclude_secret_types"))
        }
    }

    pub fn hide_secret<T>(self, value: T) -> Self
    where
        T: Into<Option<bool>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("hide_secret", value.to_string()))
        } else {
            Self(self.0.query_param_missing("hide_secret"))
        }
    }

    pub fn included_metadata<'a, T>(self, value: T) -> Self
    where
        T: Into<Option<&'a str>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("included_metadata", value.to_string()))
        } else {
            Self(self.0.query_param_missing("included_metadata"))
        }
    }

    pub fn is_bypassed<T>(self, value: T) -> Self
    where
        T: Into<Option<bool>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("is_bypassed", value.to_string()))
        } else {
            Self(self.0.query_param_missing("is_bypassed"))
        }
    }

    pub fn is_multi_repo<T>(self, value: T) -> Self
    where
        T: Into<Option<bool>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("is_multi_repo", value.to_string()))
        } else {
            Self(self.0.query_param_missing("is_multi_repo"))
        }
    }

    pub fn is_publicly_leaked<T>(self, value: T) -> Self
    where
        T: Into<Option<bool>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("is_publicly_leaked", value.to_string()))
        } else {
            Self(self.0.query_param_missing("is_publicly_leaked"))
        }
    }

    pub fn owner_email_hash<'a, T>(self, value: T) -> Self
    where
        T: Into<Option<&'a str>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("owner_email_hash", value.to_string()))
        } else {
            Self(self.0.query_param_missing("owner_email_hash"))
        }
    }

    pub fn page<T>(self, value: T) -> Self
    where
        T: Into<Option<u64>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("page", value.to_string()))
        } else {
            Self(self.0.query_param_missing("page"))
        }
    }

    pub fn per_page<T>(self, value: T) -> Self
    where
        T: Into<Option<u64>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("per_page", value.to_string()))
        } else {
            Self(self.0.query_param_missing("per_page"))
        }
    }

    pub fn providers<'a, T>(self, value: T) -> Self
    where
        T: Into<Option<&'a str>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("providers", value.to_string()))
        } else {
            Self(self.0.query_param_missing("providers"))
        }
    }

    pub fn resolution<'a, T>(self, value: T) -> Self
    where
        T: Into<Option<&'a str>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("resolution", value.to_string()))
        } else {
            Self(self.0.query_param_missing("resolution"))
        }
    }

    pub fn secret_type<'a, T>(self, value: T) -> Self
    where
        T: Into<Option<&'a str>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("secret_type", value.to_string()))
        } else {
            Self(self.0.query_param_missing("secret_type"))
        }
    }

    pub fn sort<T>(self, value: T) -> Self
    where
        T: Into<Option<types::AlertSort>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("sort", value.to_string()))
        } else {
            Self(self.0.query_param_missing("sort"))
        }
    }

    pub fn state<T>(self, value: T) -> Self
    where
        T: Into<Option<types::AlertState>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("state", value.to_string()))
        } else {
            Self(self.0.query_param_missing("state"))
        }
    }

    pub fn validity<'a, T>(self, value: T) -> Self
    where
        T: Into<Option<&'a str>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("validity", value.to_string()))
        } else {
            Self(self.0.query_param_missing("validity"))
        }
    }
}

pub struct SecretScanningListAlertsForRepoThen(::httpmock::Then);
impl SecretScanningListAlertsForRepoThen {
    pub fn new(inner: ::httpmock::Then) -> Self {
        Self(inner)
    }

    pub fn into_inner(self) -> ::httpmock::Then {
        self.0
    }

    pub fn ok(self, value: &::std::vec::Vec<types::Alert>) -> Self {
        Self(
            self
                .0
                .status(200u16)
                .header("content-type", "application/json")
                .json_body(crate::mocking::json_with_secrets(value)),
        )
    }

    pub fn not_found(self, value: &types::ErrorBody) -> Self {
        Self(
            self
                .0
                .status(404u16)
                .header("content-type", "application/json")
                .json_body(crate::mocking::json_with_secrets(value)),
        )
    }

    pub fn service_unavailable(self, value: &types::ErrorBody) -> Self {
        Self(
            self
                .0
                .status(503u16)
                .header("content-type", "application/json")
                .json_body(crate::mocking::json_with_secrets(value)),
        )
    }
}

pub struct SecretScanningGetAlertWhen(::httpmock::When);
impl SecretScanningGetAlertWhen {
    pub fn new(inner: ::httpmock::When) -> Self {
        Self(
            inner
                .method(::httpmock::Method::GET)
                .path_matches(
                    regex::Regex::new(
                            "^(?:/[^/]+)*/repos/[^/]+/[^/]+/secret-scanning/alerts/[^/]+$",
                        )
                        .unwrap(),
                ),
        )
    }

    pub fn into_inner(self) -> ::httpmock::When {
        self.0
    }

    pub fn owner(self, value: &str) -> Self {
        let re = regex::Regex::new(
                &format!(
                    "^(?:/[^/]+)*/repos/{}/[^/]+/secret-scanning/alerts/[^/]+$", crate
                    ::mocking::path_segment(& value.to_string())
                ),
            )
            .unwrap();
        Self(self.0.path_matches(re))
    }

    pub fn repo(self, value: &str) -> Self {
        let re = regex::Regex::new(
                &format!(
                    "^(?:/[^/]+)*/repos/[^/]+/{}/secret-scanning/alerts/[^/]+$", crate
                    ::mocking::path_segment(& value.to_string())
                ),
            )
            .unwrap();
        Self(self.0.path_matches(re))
    }

    pub fn alert_number(
        self,
        value: impl ::std::convert::Into<types::AlertNumber>,
    ) -> Self {
        let value: types::AlertNumber = value.into();
        let re = regex::Regex::new(
                &format!(
                    "^(?:/[^/]+)*/repos/[^/]+/[^/]+/secret-scanning/alerts/{}$", crate
                    ::mocking::path_segment(& value.to_string())
                ),
            )
            .unwrap();
        Self(self.0.path_matches(re))
    }

    pub fn hide_secret<T>(self, value: T) -> Self
    where
        T: Into<Option<bool>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("hide_secret", value.to_string()))
        } else {
            Self(self.0.query_param_missing("hide_secret"))
        }
    }
}

pub struct SecretScanningGetAlertThen(::httpmock::Then);
impl SecretScanningGetAlertThen {
    pub fn new(inner: ::httpmock::Then) -> Self {
        Self(inner)
    }

    pub fn into_inner(self) -> ::httpmock::Then {
        self.0
    }

    pub fn ok(self, value: &types::Alert) -> Self {
        Self(
            self
                .0
                .status(200u16)
                .header("content-type", "application/json")
                .json_body(crate::mocking::json_with_secrets(value)),
        )
    }

    pub fn not_modified(self) -> Self {
        Self(self.0.status(304u16))
    }

    pub fn not_found(self, value: &types::ErrorBody) -> Self {
        Self(
            self
                .0
                .status(404u16)
                .header("content-type", "application/json")
                .json_body(crate::mocking::json_with_secrets(value)),
        )
    }

    pub fn service_unavailable(self, value: &types::ErrorBody) -> Self {
        Self(
            self
                .0
                .status(503u16)
                .header("content-type", "application/json")
                .json_body(crate::mocking::json_with_secrets(value)),
        )
    }
}

pub struct SecretScanningUpdateAlertWhen(::httpmock::When);
impl SecretScanningUpdateAlertWhen {
    pub fn new(inner: ::httpmock::When) -> Self {
        Self(
            inner
                .method(::httpmock::Method::PATCH)
                .path_matches(
                    regex::Regex::new(
                            "^(?:/[^/]+)*/repos/[^/]+/[^/]+/secret-scanning/alerts/[^/]+$",
                        )
                        .unwrap(),
                ),
        )
    }

    pub fn into_inner(self) -> ::httpmock::When {
        self.0
    }

    pub fn owner(self, value: &str) -> Self {
        let re = regex::Regex::new(
                &format!(
                    "^(?:/[^/]+)*/repos/{}/[^/]+/secret-scanning/alerts/[^/]+$", crate
                    ::mocking::path_segment(& value.to_string())
                ),
            )
            .unwrap();
        Self(self.0.path_matches(re))
    }

    pub fn repo(self, value: &str) -> Self {
        let re = regex::Regex::new(
                &format!(
                    "^(?:/[^/]+)*/repos/[^/]+/{}/secret-scanning/alerts/[^/]+$", crate
                    ::mocking::path_segment(& value.to_string())
                ),
            )
            .unwrap();
        Self(self.0.path_matches(re))
    }

    pub fn alert_number(
        self,
        value: impl ::std::convert::Into<types::AlertNumber>,
    ) -> Self {
        let value: types::AlertNumber = value.into();
        let re = regex::Regex::new(
                &format!(
                    "^(?:/[^/]+)*/repos/[^/]+/[^/]+/secret-scanning/alerts/{}$", crate
                    ::mocking::path_segment(& value.to_string())
                ),
            )
            .unwrap();
        Self(self.0.path_matches(re))
    }

    pub fn body(self, value: &types::AlertUpdate) -> Self {
        Self(self.0.json_body(crate::mocking::json_with_secrets(value)))
    }
}

pub struct SecretScanningUpdateAlertThen(::httpmock::Then);
impl SecretScanningUpdateAlertThen {
    pub fn new(inner: ::httpmock::Then) -> Self {
        Self(inner)
    }

    pub fn into_inner(self) -> ::httpmock::Then {
        self.0
    }

    pub fn ok(self, value: &types::Alert) -> Self {
        Self(
            self
                .0
                .status(200u16)
                .header("content-type", "application/json")
                .json_body(crate::mocking::json_with_secrets(value)),
        )
    }

    pub fn bad_request(self, value: &types::ErrorBody) -> Self {
        Self(
            self
                .0
                .status(400u16)
                .header("content-type", "application/json")
                .json_body(crate::mocking::json_with_secrets(value)),
        )
    }

    pub fn forbidden(self, value: &types::ErrorBody) -> Self {
        Self(
            self
                .0
                .status(403u16)
                .header("content-type", "application/json")
                .json_body(crate::mocking::json_with_secrets(value)),
        )
    }

    pub fn not_found(self, value: &types::ErrorBody) -> Self {
        Self(
            self
                .0
                .status(404u16)
                .header("content-type", "application/json")
                .json_body(crate::mocking::json_with_secrets(value)),
        )
    }

    pub fn unprocessable_entity(self, value: &types::ErrorBody) -> Self {
        Self(
            self
                .0
                .status(422u16)
                .header("content-type", "application/json")
                .json_body(crate::mocking::json_with_secrets(value)),
        )
    }

    pub fn service_unavailable(self, value: &types::ErrorBody) -> Self {
        Self(
            self
                .0
                .status(503u16)
                .header("content-type", "application/json")
                .json_body(crate::mocking::json_with_secrets(value)),
        )
    }
}
