// Written by `cargo xtask generate` from the files in spec/. Do not edit: change spec/ or codegen/.

//! Typed helpers for httpmock.
//!
//! Paths match under any base path, names match literally, and secrets are served in plain text.

mod alerts;
mod apps;
mod locations;
mod pattern_configurations;
mod push_rule_bypass_requests;
mod secret_bypass_requests;

/// The matchers and responses of each operation; `into_inner` returns those of httpmock.
pub mod operations {
    pub use super::alerts::*;
    pub use super::apps::*;
    pub use super::locations::*;
    pub use super::pattern_configurations::*;
    pub use super::push_rule_bypass_requests::*;
    pub use super::secret_bypass_requests::*;
}

/// An extension trait for [`MockServer`](::httpmock::MockServer) that
/// adds a method for each operation. These are the equivalent of
/// type-checked [`mock()`](::httpmock::MockServer::mock) calls.
pub trait MockServerExt {
    fn apps_create_installation_access_token<F>(
        &self,
        config_fn: F,
    ) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::AppsCreateInstallationAccessTokenWhen,
            operations::AppsCreateInstallationAccessTokenThen,
        );
    fn secret_scanning_list_alerts_for_enterprise<F>(
        &self,
        config_fn: F,
    ) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::SecretScanningListAlertsForEnterpriseWhen,
            operations::SecretScanningListAlertsForEnterpriseThen,
        );
    fn secret_scanning_list_enterprise_pattern_configs<F>(
        &self,
        config_fn: F,
    ) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::SecretScanningListEnterprisePatternConfigsWhen,
            operations::SecretScanningListEnterprisePatternConfigsThen,
        );
    fn secret_scanning_update_enterprise_pattern_configs<F>(
        &self,
        config_fn: F,
    ) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::SecretScanningUpdateEnterprisePatternConfigsWhen,
            operations::SecretScanningUpdateEnterprisePatternConfigsThen,
        );
    fn secret_scanning_list_org_bypass_requests<F>(
        &self,
        config_fn: F,
    ) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::SecretScanningListOrgBypassRequestsWhen,
            operations::SecretScanningListOrgBypassRequestsThen,
        );
    fn apps_get_org_installation<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::AppsGetOrgInstallationWhen,
            operations::AppsGetOrgInstallationThen,
        );
    fn secret_scanning_list_alerts_for_org<F>(
        &self,
        config_fn: F,
    ) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::SecretScanningListAlertsForOrgWhen,
            operations::SecretScanningListAlertsForOrgThen,
        );
    fn secret_scanning_list_org_pattern_configs<F>(
        &self,
        config_fn: F,
    ) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::SecretScanningListOrgPatternConfigsWhen,
            operations::SecretScanningListOrgPatternConfigsThen,
        );
    fn secret_scanning_update_org_pattern_configs<F>(
        &self,
        config_fn: F,
    ) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::SecretScanningUpdateOrgPatternConfigsWhen,
            operations::SecretScanningUpdateOrgPatternConfigsThen,
        );
    fn repos_list_repo_push_bypass_requests<F>(
        &self,
        config_fn: F,
    ) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::ReposListRepoPushBypassRequestsWhen,
            operations::ReposListRepoPushBypassRequestsThen,
        );
    fn repos_get_repo_push_bypass_request<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::ReposGetRepoPushBypassRequestWhen,
            operations::ReposGetRepoPushBypassRequestThen,
        );
    fn secret_scanning_list_repo_bypass_requests<F>(
        &self,
        config_fn: F,
    ) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::SecretScanningListRepoBypassRequestsWhen,
            operations::SecretScanningListRepoBypassRequestsThen,
        );
    fn secret_scanning_get_bypass_request<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::SecretScanningGetBypassRequestWhen,
            operations::SecretScanningGetBypassRequestThen,
        );
    fn secret_scanning_review_bypass_request<F>(
        &self,
        config_fn: F,
    ) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::SecretScanningReviewBypassRequestWhen,
            operations::SecretScanningReviewBypassRequestThen,
        );
    fn secret_scanning_dismiss_bypass_response<F>(
        &self,
        config_fn: F,
    ) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::SecretScanningDismissBypassResponseWhen,
            operations::SecretScanningDismissBypassResponseThen,
        );
    fn apps_get_repo_installation<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::AppsGetRepoInstallationWhen,
            operations::AppsGetRepoInstallationThen,
        );
    fn secret_scanning_list_alerts_for_repo<F>(
        &self,
        config_fn: F,
    ) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::SecretScanningListAlertsForRepoWhen,
            operations::SecretScanningListAlertsForRepoThen,
        );
    fn secret_scanning_get_alert<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::SecretScanningGetAlertWhen,
            operations::SecretScanningGetAlertThen,
        );
    fn secret_scanning_update_alert<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::SecretScanningUpdateAlertWhen,
            operations::SecretScanningUpdateAlertThen,
        );
    fn secret_scanning_list_locations_for_alert<F>(
        &self,
        config_fn: F,
    ) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::SecretScanningListLocationsForAlertWhen,
            operations::SecretScanningListLocationsForAlertThen,
        );
}

impl MockServerExt for ::httpmock::MockServer {
    fn apps_create_installation_access_token<F>(
        &self,
        config_fn: F,
    ) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::AppsCreateInstallationAccessTokenWhen,
            operations::AppsCreateInstallationAccessTokenThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::AppsCreateInstallationAccessTokenWhen::new(when),
                operations::AppsCreateInstallationAccessTokenThen::new(then),
            )
        })
    }

    fn secret_scanning_list_alerts_for_enterprise<F>(
        &self,
        config_fn: F,
    ) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::SecretScanningListAlertsForEnterpriseWhen,
            operations::SecretScanningListAlertsForEnterpriseThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::SecretScanningListAlertsForEnterpriseWhen::new(when),
                operations::SecretScanningListAlertsForEnterpriseThen::new(then),
            )
        })
    }

    fn secret_scanning_list_enterprise_pattern_configs<F>(
        &self,
        config_fn: F,
    ) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::SecretScanningListEnterprisePatternConfigsWhen,
            operations::SecretScanningListEnterprisePatternConfigsThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::SecretScanningListEnterprisePatternConfigsWhen::new(when),
                operations::SecretScanningListEnterprisePatternConfigsThen::new(then),
            )
        })
    }

    fn secret_scanning_update_enterprise_pattern_configs<F>(
        &self,
        config_fn: F,
    ) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::SecretScanningUpdateEnterprisePatternConfigsWhen,
            operations::SecretScanningUpdateEnterprisePatternConfigsThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::SecretScanningUpdateEnterprisePatternConfigsWhen::new(when),
                operations::SecretScanningUpdateEnterprisePatternConfigsThen::new(then),
            )
        })
    }

    fn secret_scanning_list_org_bypass_requests<F>(
        &self,
        config_fn: F,
    ) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::SecretScanningListOrgBypassRequestsWhen,
            operations::SecretScanningListOrgBypassRequestsThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::SecretScanningListOrgBypassRequestsWhen::new(when),
                operations::SecretScanningListOrgBypassRequestsThen::new(then),
            )
        })
    }

    fn apps_get_org_installation<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::AppsGetOrgInstallationWhen,
            operations::AppsGetOrgInstallationThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::AppsGetOrgInstallationWhen::new(when),
                operations::AppsGetOrgInstallationThen::new(then),
            )
        })
    }

    fn secret_scanning_list_alerts_for_org<F>(
        &self,
        config_fn: F,
    ) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::SecretScanningListAlertsForOrgWhen,
            operations::SecretScanningListAlertsForOrgThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::SecretScanningListAlertsForOrgWhen::new(when),
                operations::SecretScanningListAlertsForOrgThen::new(then),
            )
        })
    }

    fn secret_scanning_list_org_pattern_configs<F>(
        &self,
        config_fn: F,
    ) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::SecretScanningListOrgPatternConfigsWhen,
            operations::SecretScanningListOrgPatternConfigsThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::SecretScanningListOrgPatternConfigsWhen::new(when),
                operations::SecretScanningListOrgPatternConfigsThen::new(then),
            )
        })
    }

    fn secret_scanning_update_org_pattern_configs<F>(
        &self,
        config_fn: F,
    ) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::SecretScanningUpdateOrgPatternConfigsWhen,
            operations::SecretScanningUpdateOrgPatternConfigsThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::SecretScanningUpdateOrgPatternConfigsWhen::new(when),
                operations::SecretScanningUpdateOrgPatternConfigsThen::new(then),
            )
        })
    }

    fn repos_list_repo_push_bypass_requests<F>(
        &self,
        config_fn: F,
    ) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::ReposListRepoPushBypassRequestsWhen,
            operations::ReposListRepoPushBypassRequestsThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::ReposListRepoPushBypassRequestsWhen::new(when),
                operations::ReposListRepoPushBypassRequestsThen::new(then),
            )
        })
    }

    fn repos_get_repo_push_bypass_request<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::ReposGetRepoPushBypassRequestWhen,
            operations::ReposGetRepoPushBypassRequestThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::ReposGetRepoPushBypassRequestWhen::new(when),
                operations::ReposGetRepoPushBypassRequestThen::new(then),
            )
        })
    }

    fn secret_scanning_list_repo_bypass_requests<F>(
        &self,
        config_fn: F,
    ) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::SecretScanningListRepoBypassRequestsWhen,
            operations::SecretScanningListRepoBypassRequestsThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::SecretScanningListRepoBypassRequestsWhen::new(when),
                operations::SecretScanningListRepoBypassRequestsThen::new(then),
            )
        })
    }

    fn secret_scanning_get_bypass_request<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::SecretScanningGetBypassRequestWhen,
            operations::SecretScanningGetBypassRequestThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::SecretScanningGetBypassRequestWhen::new(when),
                operations::SecretScanningGetBypassRequestThen::new(then),
            )
        })
    }

    fn secret_scanning_review_bypass_request<F>(
        &self,
        config_fn: F,
    ) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::SecretScanningReviewBypassRequestWhen,
            operations::SecretScanningReviewBypassRequestThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::SecretScanningReviewBypassRequestWhen::new(when),
                operations::SecretScanningReviewBypassRequestThen::new(then),
            )
        })
    }

    fn secret_scanning_dismiss_bypass_response<F>(
        &self,
        config_fn: F,
    ) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::SecretScanningDismissBypassResponseWhen,
            operations::SecretScanningDismissBypassResponseThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::SecretScanningDismissBypassResponseWhen::new(when),
                operations::SecretScanningDismissBypassResponseThen::new(then),
            )
        })
    }

    fn apps_get_repo_installation<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::AppsGetRepoInstallationWhen,
            operations::AppsGetRepoInstallationThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::AppsGetRepoInstallationWhen::new(when),
                operations::AppsGetRepoInstallationThen::new(then),
            )
        })
    }

    fn secret_scanning_list_alerts_for_repo<F>(
        &self,
        config_fn: F,
    ) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::SecretScanningListAlertsForRepoWhen,
            operations::SecretScanningListAlertsForRepoThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::SecretScanningListAlertsForRepoWhen::new(when),
                operations::SecretScanningListAlertsForRepoThen::new(then),
            )
        })
    }

    fn secret_scanning_get_alert<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::SecretScanningGetAlertWhen,
            operations::SecretScanningGetAlertThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::SecretScanningGetAlertWhen::new(when),
                operations::SecretScanningGetAlertThen::new(then),
            )
        })
    }

    fn secret_scanning_update_alert<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::SecretScanningUpdateAlertWhen,
            operations::SecretScanningUpdateAlertThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::SecretScanningUpdateAlertWhen::new(when),
                operations::SecretScanningUpdateAlertThen::new(then),
            )
        })
    }

    fn secret_scanning_list_locations_for_alert<F>(
        &self,
        config_fn: F,
    ) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::SecretScanningListLocationsForAlertWhen,
            operations::SecretScanningListLocationsForAlertThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::SecretScanningListLocationsForAlertWhen::new(when),
                operations::SecretScanningListLocationsForAlertThen::new(then),
            )
        })
    }
}
