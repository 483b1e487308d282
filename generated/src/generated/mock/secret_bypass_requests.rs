// Written by `cargo xtask generate` from the files in spec/. Do not edit: change spec/ or codegen/.

//! The mocks of spec/secret_bypass_requests.yaml.

use crate::types;

pub struct SecretScanningListOrgBypassRequestsWhen(::httpmock::When);
impl SecretScanningListOrgBypassRequestsWhen {
    pub fn new(inner: ::httpmock::When) -> Self {
        Self(
            inner
                .method(::httpmock::Method::GET)
                .path_matches(
                    regex::Regex::new(
                            "^(?:/[^/]+)*/orgs/[^/]+/bypass-requests/secret-scanning$",
                        )
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
                    "^(?:/[^/]+)*/orgs/{}/bypass-requests/secret-scanning$", crate
                    ::mocking::path_segment(& value.to_string())
                ),
            )
            .unwrap();
        Self(self.0.path_matches(re))
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

    pub fn repository_name<'a, T>(self, value: T) -> Self
    where
        T: Into<Option<&'a str>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("repository_name", value.to_string()))
        } else {
            Self(self.0.query_param_missing("repository_name"))
        }
    }

    pub fn request_status<T>(self, value: T) -> Self
    where
        T: Into<Option<types::BypassRequestStatusFilter>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("request_status", value.to_string()))
        } else {
            Self(self.0.query_param_missing("request_status"))
        }
    }

    pub fn requester<'a, T>(self, value: T) -> Self
    where
        T: Into<Option<&'a str>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("requester", value.to_string()))
        } else {
            Self(self.0.query_param_missing("requester"))
        }
    }

    pub fn reviewer<'a, T>(self, value: T) -> Self
    where
        T: Into<Option<&'a str>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("reviewer", value.to_string()))
        } else {
            Self(self.0.query_param_missing("reviewer"))
        }
    }

    pub fn time_period<T>(self, value: T) -> Self
    where
        T: Into<Option<types::TimePeriod>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("time_period", value.to_string()))
        } else {
            Self(self.0.query_param_missing("time_period"))
        }
    }
}

pub struct SecretScanningListOrgBypassRequestsThen(::httpmock::Then);
impl SecretScanningListOrgBypassRequestsThen {
    pub fn new(inner: ::httpmock::Then) -> Self {
        Self(inner)
    }

    pub fn into_inner(self) -> ::httpmock::Then {
        self.0
    }

    pub fn ok(self, value: &::std::vec::Vec<types::SecretBypassRequest>) -> Self {
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

    pub fn internal_server_error(self, value: &types::ErrorBody) -> Self {
        Self(
            self
                .0
                .status(500u16)
                .header("content-type", "application/json")
                .json_body(crate::mocking::json_with_secrets(value)),
        )
    }
}

pub struct SecretScanningListRepoBypassRequestsWhen(::httpmock::When);
impl SecretScanningListRepoBypassRequestsWhen {
    pub fn new(inner: ::httpmock::When) -> Self {
        Self(
            inner
                .method(::httpmock::Method::GET)
                .path_matches(
                    regex::Regex::new(
                            "^(?:/[^/]+)*/repos/[^/]+/[^/]+/bypass-requests/secret-scanning$",
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
                    "^(?:/[^/]+)*/repos/{}/[^/]+/bypass-requests/secret-scanning$", crate
                    ::mocking::path_segment(& value.to_string())
                ),
            )
            .unwrap();
        Self(self.0.path_matches(re))
    }

    pub fn repo(self, value: &str) -> Self {
        let re = regex::Regex::new(
                &format!(
                    "^(?:/[^/]+)*/repos/[^/]+/{}/bypass-requests/secret-scanning$", crate
                    ::mocking::path_segment(& value.to_string())
                ),
            )
            .unwrap();
        Self(self.0.path_matches(re))
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

    pub fn request_status<T>(self, value: T) -> Self
    where
        T: Into<Option<types::BypassRequestStatusFilter>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("request_status", value.to_string()))
        } else {
            Self(self.0.query_param_missing("request_status"))
        }
    }

    pub fn requester<'a, T>(self, value: T) -> Self
    where
        T: Into<Option<&'a str>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("requester", value.to_string()))
        } else {
            Self(self.0.query_param_missing("requester"))
        }
    }

    pub fn reviewer<'a, T>(self, value: T) -> Self
    where
        T: Into<Option<&'a str>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("reviewer", value.to_string()))
        } else {
            Self(self.0.query_param_missing("reviewer"))
        }
    }

    pub fn time_period<T>(self, value: T) -> Self
    where
        T: Into<Option<types::TimePeriod>>,
    {
        if let Some(value) = value.into() {
            Self(self.0.query_param("time_period", value.to_string()))
        } else {
            Self(self.0.query_param_missing("time_period"))
        }
    }
}

pub struct SecretScanningListRepoBypassRequestsThen(::httpmock::Then);
impl SecretScanningListRepoBypassRequestsThen {
    pub fn new(inner: ::httpmock::Then) -> Self {
        Self(inner)
    }

    pub fn into_inner(self) -> ::httpmock::Then {
        self.0
    }

    pub fn ok(self, value: &::std::vec::Vec<types::SecretBypassRequest>) -> Self {
        Self(
            self
                .0
                .status(200u16)
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

    pub fn internal_server_error(self, value: &types::ErrorBody) -> Self {
        Self(
            self
                .0
                .status(500u16)
                .header("content-type", "application/json")
                .json_body(crate::mocking::json_with_secrets(value)),
        )
    }
}

pub struct SecretScanningGetBypassRequestWhen(::httpmock::When);
impl SecretScanningGetBypassRequestWhen {
    pub fn new(inner: ::httpmock::When) -> Self {
        Self(
            inner
                .method(::httpmock::Method::GET)
                .path_matches(
                    regex::Regex::new(
                            "^(?:/[^/]+)*/repos/[^/]+/[^/]+/bypass-requests/secret-scanning/[^/]+$",
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
                    "^(?:/[^/]+)*/repos/{}/[^/]+/bypass-requests/secret-scanning/[^/]+$",
                    crate ::mocking::path_segment(& value.to_string())
                ),
            )
            .unwrap();
        Self(self.0.path_matches(re))
    }

    pub fn repo(self, value: &str) -> Self {
        let re = regex::Regex::new(
                &format!(
                    "^(?:/[^/]+)*/repos/[^/]+/{}/bypass-requests/secret-scanning/[^/]+$",
                    crate ::mocking::path_segment(& value.to_string())
                ),
            )
            .unwrap();
        Self(self.0.path_matches(re))
    }

    pub fn bypass_request_number(
        self,
        value: impl ::std::convert::Into<types::BypassRequestNumber>,
    ) -> Self {
        let value: types::BypassRequestNumber = value.into();
        let re = regex::Regex::new(
                &format!(
                    "^(?:/[^/]+)*/repos/[^/]+/[^/]+/bypass-requests/secret-scanning/{}$",
                    crate ::mocking::path_segment(& value.to_string())
                ),
            )
            .unwrap();
        Self(self.0.path_matches(re))
    }
}

pub struct SecretScanningGetBypassRequestThen(::httpmock::Then);
impl SecretScanningGetBypassRequestThen {
    pub fn new(inner: ::httpmock::Then) -> Self {
        Self(inner)
    }

    pub fn into_inner(self) -> ::httpmock::Then {
        self.0
    }

    pub fn ok(self, value: &types::SecretBypassRequest) -> Self {
        Self(
            self
                .0
                .status(200u16)
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

    pub fn internal_server_error(self, value: &types::ErrorBody) -> Self {
        Self(
            self
                .0
                .status(500u16)
                .header("content-type", "application/json")
                .json_body(crate::mocking::json_with_secrets(value)),
        )
    }
}

pub struct SecretScanningReviewBypassRequestWhen(::httpmock::When);
impl SecretScanningReviewBypassRequestWhen {
    pub fn new(inner: ::httpmock::When) -> Self {
        Self(
            inner
                .method(::httpmock::Method::PATCH)
                .path_matches(
                    regex::Regex::new(
                            "^(?:/[^/]+)*/repos/[^/]+/[^/]+/bypass-requests/secret-scanning/[^/]+$",
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
                    "^(?:/[^/]+)*/repos/{}/[^/]+/bypass-requests/secret-scanning/[^/]+$",
                    crate ::mocking::path_segment(& value.to_string())
                ),
            )
            .unwrap();
        Self(self.0.path_matches(re))
    }

    pub fn repo(self, value: &str) -> Self {
        let re = regex::Regex::new(
                &format!(
                    "^(?:/[^/]+)*/repos/[^/]+/{}/bypass-requests/secret-scanning/[^/]+$",
                    crate ::mocking::path_segment(& value.to_string())
                ),
            )
            .unwrap();
        Self(self.0.path_matches(re))
    }

    pub fn bypass_request_number(
        self,
        value: impl ::std::convert::Into<types::BypassRequestNumber>,
    ) -> Self {
        let value: types::BypassRequestNumber = value.into();
        let re = regex::Regex::new(
                &format!(
                    "^(?:/[^/]+)*/repos/[^/]+/[^/]+/bypass-requests/secret-scanning/{}$",
                    crate ::mocking::path_segment(& value.to_string())
                ),
            )
            .unwrap();
        Self(self.0.path_matches(re))
    }

    pub fn body(self, value: &types::BypassReview) -> Self {
        Self(self.0.json_body(crate::mocking::json_with_secrets(value)))
    }
}

pub struct SecretScanningReviewBypassRequestThen(::httpmock::Then);
impl SecretScanningReviewBypassRequestThen {
    pub fn new(inner: ::httpmock::Then) -> Self {
        Self(inner)
    }

    pub fn into_inner(self) -> ::httpmock::Then {
        self.0
    }

    pub fn ok(self, value: &types::BypassReviewReceipt) -> Self {
        Self(
            self
                .0
                .status(200u16)
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

    pub fn internal_server_error(self, value: &types::ErrorBody) -> Self {
        Self(
            self
                .0
                .status(500u16)
                .header("content-type", "application/json")
                .json_body(crate::mocking::json_with_secrets(value)),
        )
    }
}

pub struct SecretScanningDismissBypassResponseWhen(::httpmock::When);
impl SecretScanningDismissBypassResponseWhen {
    pub fn new(inner: ::httpmock::When) -> Self {
        Self(
            inner
                .method(::httpmock::Method::DELETE)
                .path_matches(
                    regex::Regex::new(
                            "^(?:/[^/]+)*/repos/[^/]+/[^/]+/bypass-responses/secret-scanning/[^/]+$",
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
                    "^(?:/[^/]+)*/repos/{}/[^/]+/bypass-responses/secret-scanning/[^/]+$",
                    crate ::mocking::path_segment(& value.to_string())
                ),
            )
            .unwrap();
        Self(self.0.path_matches(re))
    }

    pub fn repo(self, value: &str) -> Self {
        let re = regex::Regex::new(
                &format!(
                    "^(?:/[^/]+)*/repos/[^/]+/{}/bypass-responses/secret-scanning/[^/]+$",
                    crate ::mocking::path_segment(& value.to_string())
                ),
            )
            .unwrap();
        Self(self.0.path_matches(re))
    }

    pub fn bypass_response_id(
        self,
        value: impl ::std::convert::Into<types::BypassResponseId>,
    ) -> Self {
        let value: types::BypassResponseId = value.into();
        let re = regex::Regex::new(
                &format!(
                    "^(?:/[^/]+)*/repos/[^/]+/[^/]+/bypass-responses/secret-scanning/{}$",
                    crate ::mocking::path_segment(& value.to_string())
                ),
            )
            .unwrap();
        Self(self.0.path_matches(re))
    }
}

pub struct SecretScanningDismissBypassResponseThen(::httpmock::Then);
impl SecretScanningDismissBypassResponseThen {
    pub fn new(inner: ::httpmock::Then) -> Self {
        Self(inner)
    }

    pub fn into_inner(self) -> ::httpmock::Then {
        self.0
    }

    pub fn no_content(self) -> Self {
        Self(self.0.status(204u16))
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

    pub fn internal_server_error(self, value: &types::ErrorBody) -> Self {
        Self(
            self
                .0
                .status(500u16)
                .header("content-type", "application/json")
                .json_body(crate::mocking::json_with_secrets(value)),
        )
    }
}
