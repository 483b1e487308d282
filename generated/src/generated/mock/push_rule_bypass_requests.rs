// Written by `cargo xtask generate` from the files in spec/. Do not edit: change spec/ or codegen/.

//! The mocks of spec/push_rule_bypass_requests.yaml.

use crate::types;

pub struct ReposListRepoPushBypassRequestsWhen(::httpmock::When);
impl ReposListRepoPushBypassRequestsWhen {
    pub fn new(inner: ::httpmock::When) -> Self {
        Self(
            inner
                .method(::httpmock::Method::GET)
                .path_matches(
                    regex::Regex::new(
                            "^(?:/[^/]+)*/repos/[^/]+/[^/]+/bypass-requests/push-rules$",
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
                    "^(?:/[^/]+)*/repos/{}/[^/]+/bypass-requests/push-rules$", crate
                    ::mocking::path_segment(& value.to_string())
                ),
            )
            .unwrap();
        Self(self.0.path_matches(re))
    }

    pub fn repo(self, value: &str) -> Self {
        let re = regex::Regex::new(
                &format!(
                    "^(?:/[^/]+)*/repos/[^/]+/{}/bypass-requests/push-rules$", crate
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

pub struct ReposListRepoPushBypassRequestsThen(::httpmock::Then);
impl ReposListRepoPushBypassRequestsThen {
    pub fn new(inner: ::httpmock::Then) -> Self {
        Self(inner)
    }

    pub fn into_inner(self) -> ::httpmock::Then {
        self.0
    }

    pub fn ok(self, value: &::std::vec::Vec<types::PushRuleBypassRequest>) -> Self {
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

pub struct ReposGetRepoPushBypassRequestWhen(::httpmock::When);
impl ReposGetRepoPushBypassRequestWhen {
    pub fn new(inner: ::httpmock::When) -> Self {
        Self(
            inner
                .method(::httpmock::Method::GET)
                .path_matches(
                    regex::Regex::new(
                            "^(?:/[^/]+)*/repos/[^/]+/[^/]+/bypass-requests/push-rules/[^/]+$",
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
                    "^(?:/[^/]+)*/repos/{}/[^/]+/bypass-requests/push-rules/[^/]+$",
                    crate ::mocking::path_segment(& value.to_string())
                ),
            )
            .unwrap();
        Self(self.0.path_matches(re))
    }

    pub fn repo(self, value: &str) -> Self {
        let re = regex::Regex::new(
                &format!(
                    "^(?:/[^/]+)*/repos/[^/]+/{}/bypass-requests/push-rules/[^/]+$",
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
                    "^(?:/[^/]+)*/repos/[^/]+/[^/]+/bypass-requests/push-rules/{}$",
                    crate ::mocking::path_segment(& value.to_string())
                ),
            )
            .unwrap();
        Self(self.0.path_matches(re))
    }
}

pub struct ReposGetRepoPushBypassRequestThen(::httpmock::Then);
impl ReposGetRepoPushBypassRequestThen {
    pub fn new(inner: ::httpmock::Then) -> Self {
        Self(inner)
    }

    pub fn into_inner(self) -> ::httpmock::Then {
        self.0
    }

    pub fn ok(self, value: &types::PushRuleBypassRequest) -> Self {
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
