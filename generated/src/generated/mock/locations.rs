// Written by `cargo xtask generate` from the files in spec/. Do not edit: change spec/ or codegen/.

//! The mocks of spec/locations.yaml.

use crate::types;

pub struct SecretScanningListLocationsForAlertWhen(::httpmock::When);
impl SecretScanningListLocationsForAlertWhen {
    pub fn new(inner: ::httpmock::When) -> Self {
        Self(
            inner
                .method(::httpmock::Method::GET)
                .path_matches(
                    regex::Regex::new(
                            "^(?:/[^/]+)*/repos/[^/]+/[^/]+/secret-scanning/alerts/[^/]+/locations$",
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
                    "^(?:/[^/]+)*/repos/{}/[^/]+/secret-scanning/alerts/[^/]+/locations$",
                    crate ::mocking::path_segment(& value.to_string())
                ),
            )
            .unwrap();
        Self(self.0.path_matches(re))
    }

    pub fn repo(self, value: &str) -> Self {
        let re = regex::Regex::new(
                &format!(
                    "^(?:/[^/]+)*/repos/[^/]+/{}/secret-scanning/alerts/[^/]+/locations$",
                    crate ::mocking::path_segment(& value.to_string())
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
                    "^(?:/[^/]+)*/repos/[^/]+/[^/]+/secret-scanning/alerts/{}/locations$",
                    crate ::mocking::path_segment(& value.to_string())
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
}

pub struct SecretScanningListLocationsForAlertThen(::httpmock::Then);
impl SecretScanningListLocationsForAlertThen {
    pub fn new(inner: ::httpmock::Then) -> Self {
        Self(inner)
    }

    pub fn into_inner(self) -> ::httpmock::Then {
        self.0
    }

    pub fn ok(self, value: &::std::vec::Vec<types::Location>) -> Self {
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
