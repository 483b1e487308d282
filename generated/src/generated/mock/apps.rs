// Written by `cargo xtask generate` from the files in spec/. Do not edit: change spec/ or codegen/.

//! The mocks of spec/apps.yaml.

use crate::types;

pub struct AppsCreateInstallationAccessTokenWhen(::httpmock::When);
impl AppsCreateInstallationAccessTokenWhen {
    pub fn new(inner: ::httpmock::When) -> Self {
        Self(
            inner
                .method(::httpmock::Method::POST)
                .path_matches(
                    regex::Regex::new(
                            "^(?:/[^/]+)*/app/installations/[^/]+/access_tokens$",
                        )
                        .unwrap(),
                ),
        )
    }

    pub fn into_inner(self) -> ::httpmock::When {
        self.0
    }

    pub fn installation_id(self, value: u64) -> Self {
        let re = regex::Regex::new(
                &format!(
                    "^(?:/[^/]+)*/app/installations/{}/access_tokens$", crate
                    ::mocking::path_segment(& value.to_string())
                ),
            )
            .unwrap();
        Self(self.0.path_matches(re))
    }
}

pub struct AppsCreateInstallationAccessTokenThen(::httpmock::Then);
impl AppsCreateInstallationAccessTokenThen {
    pub fn new(inner: ::httpmock::Then) -> Self {
        Self(inner)
    }

    pub fn into_inner(self) -> ::httpmock::Then {
        self.0
    }

    pub fn created(self, value: &crate::internal_types::InstallationToken) -> Self {
        Self(
            self
                .0
                .status(201u16)
                .header("content-type", "application/json")
                .json_body(crate::mocking::json_with_secrets(value)),
        )
    }

    pub fn unauthorized(self, value: &types::ErrorBody) -> Self {
        Self(
            self
                .0
                .status(401u16)
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
}

pub struct AppsGetOrgInstallationWhen(::httpmock::When);
impl AppsGetOrgInstallationWhen {
    pub fn new(inner: ::httpmock::When) -> Self {
        Self(
            inner
                .method(::httpmock::Method::GET)
                .path_matches(
                    regex::Regex::new("^(?:/[^/]+)*/orgs/[^/]+/installation$").unwrap(),
                ),
        )
    }

    pub fn into_inner(self) -> ::httpmock::When {
        self.0
    }

    pub fn org(self, value: &str) -> Self {
        let re = regex::Regex::new(
                &format!(
                    "^(?:/[^/]+)*/orgs/{}/installation$", crate ::mocking::path_segment(&
                    value.to_string())
                ),
            )
            .unwrap();
        Self(self.0.path_matches(re))
    }
}

pub struct AppsGetOrgInstallationThen(::httpmock::Then);
impl AppsGetOrgInstallationThen {
    pub fn new(inner: ::httpmock::Then) -> Self {
        Self(inner)
    }

    pub fn into_inner(self) -> ::httpmock::Then {
        self.0
    }

    pub fn ok(self, value: &crate::internal_types::Installation) -> Self {
        Self(
            self
                .0
                .status(200u16)
                .header("content-type", "application/json")
                .json_body(crate::mocking::json_with_secrets(value)),
        )
    }

    pub fn unauthorized(self, value: &types::ErrorBody) -> Self {
        Self(
            self
                .0
                .status(401u16)
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
}

pub struct AppsGetRepoInstallationWhen(::httpmock::When);
impl AppsGetRepoInstallationWhen {
    pub fn new(inner: ::httpmock::When) -> Self {
        Self(
            inner
                .method(::httpmock::Method::GET)
                .path_matches(
                    regex::Regex::new("^(?:/[^/]+)*/repos/[^/]+/[^/]+/installation$")
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
                    "^(?:/[^/]+)*/repos/{}/[^/]+/installation$", crate
                    ::mocking::path_segment(& value.to_string())
                ),
            )
            .unwrap();
        Self(self.0.path_matches(re))
    }

    pub fn repo(self, value: &str) -> Self {
        let re = regex::Regex::new(
                &format!(
                    "^(?:/[^/]+)*/repos/[^/]+/{}/installation$", crate
                    ::mocking::path_segment(& value.to_string())
                ),
            )
            .unwrap();
        Self(self.0.path_matches(re))
    }
}

pub struct AppsGetRepoInstallationThen(::httpmock::Then);
impl AppsGetRepoInstallationThen {
    pub fn new(inner: ::httpmock::Then) -> Self {
        Self(inner)
    }

    pub fn into_inner(self) -> ::httpmock::Then {
        self.0
    }

    pub fn ok(self, value: &crate::internal_types::Installation) -> Self {
        Self(
            self
                .0
                .status(200u16)
                .header("content-type", "application/json")
                .json_body(crate::mocking::json_with_secrets(value)),
        )
    }

    pub fn unauthorized(self, value: &types::ErrorBody) -> Self {
        Self(
            self
                .0
                .status(401u16)
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
}
