// Written by `cargo xtask generate` from the files in spec/. Do not edit: change spec/ or codegen/.

//! Calls of each operation; what they send is expected from the description alone.

use github_secret_scanning::models;
use crate::support::calls::{Call, sent};

/// One call of each operation, with what must be set.
pub(crate) const PLAIN: &[Call] = &[
    Call {
        operation: "secret-scanning/list-alerts-for-enterprise",
        parameter: None,
        call: |github| {
            let enterprise = github.enterprise("acme-inc")?;
            sent(enterprise.alerts().page())
        },
    },
    Call {
        operation: "secret-scanning/list-enterprise-pattern-configs",
        parameter: None,
        call: |github| {
            let enterprise = github.enterprise("acme-inc")?;
            sent(enterprise.pattern_configurations().get().send())
        },
    },
    Call {
        operation: "secret-scanning/update-enterprise-pattern-configs",
        parameter: None,
        call: |github| {
            let enterprise = github.enterprise("acme-inc")?;
            sent(
                enterprise
                    .pattern_configurations()
                    .update()
                    .custom_pattern_settings([
                        models::CustomPatternSetting::new("token_type"),
                    ])
                    .send(),
            )
        },
    },
    Call {
        operation: "secret-scanning/list-org-bypass-requests",
        parameter: None,
        call: |github| {
            let org = github.org("acme")?;
            sent(org.secret_bypass_requests().page())
        },
    },
    Call {
        operation: "secret-scanning/list-alerts-for-org",
        parameter: None,
        call: |github| {
            let org = github.org("acme")?;
            sent(org.alerts().page())
        },
    },
    Call {
        operation: "secret-scanning/list-org-pattern-configs",
        parameter: None,
        call: |github| {
            let org = github.org("acme")?;
            sent(org.pattern_configurations().get().send())
        },
    },
    Call {
        operation: "secret-scanning/update-org-pattern-configs",
        parameter: None,
        call: |github| {
            let org = github.org("acme")?;
            sent(
                org
                    .pattern_configurations()
                    .update()
                    .custom_pattern_settings([
                        models::CustomPatternSetting::new("token_type"),
                    ])
                    .send(),
            )
        },
    },
    Call {
        operation: "repos/list-repo-push-bypass-requests",
        parameter: None,
        call: |github| {
            let repo = github.repo("acme", "widgets")?;
            sent(repo.push_rule_bypass_requests().page())
        },
    },
    Call {
        operation: "repos/get-repo-push-bypass-request",
        parameter: None,
        call: |github| {
            let repo = github.repo("acme", "widgets")?;
            sent(repo.push_rule_bypass_request(42).get().send())
        },
    },
    Call {
        operation: "secret-scanning/list-repo-bypass-requests",
        parameter: None,
        call: |github| {
            let repo = github.repo("acme", "widgets")?;
            sent(repo.secret_bypass_requests().page())
        },
    },
    Call {
        operation: "secret-scanning/get-bypass-request",
        parameter: None,
        call: |github| {
            let repo = github.repo("acme", "widgets")?;
            sent(repo.secret_bypass_request(42).get().send())
        },
    },
    Call {
        operation: "secret-scanning/review-bypass-request",
        parameter: None,
        call: |github| {
            let repo = github.repo("acme", "widgets")?;
            sent(
                repo
                    .secret_bypass_request(42)
                    .review(models::BypassReviewAction::Approve, "message")
                    .send(),
            )
        },
    },
    Call {
        operation: "secret-scanning/dismiss-bypass-response",
        parameter: None,
        call: |github| {
            let repo = github.repo("acme", "widgets")?;
            sent(repo.dismiss_secret_bypass_response(42).send())
        },
    },
    Call {
        operation: "secret-scanning/list-alerts-for-repo",
        parameter: None,
        call: |github| {
            let repo = github.repo("acme", "widgets")?;
            sent(repo.alerts().page())
        },
    },
    Call {
        operation: "secret-scanning/get-alert",
        parameter: None,
        call: |github| {
            let repo = github.repo("acme", "widgets")?;
            sent(repo.alert(42).get().send())
        },
    },
    Call {
        operation: "secret-scanning/update-alert",
        parameter: None,
        call: |github| {
            let repo = github.repo("acme", "widgets")?;
            sent(repo.alert(42).update().state(models::AlertState::Open).send())
        },
    },
    Call {
        operation: "secret-scanning/list-locations-for-alert",
        parameter: None,
        call: |github| {
            let repo = github.repo("acme", "widgets")?;
            sent(repo.alert(42).locations().page())
        },
    },
];

/// Calls that together set every parameter and every property of each operation.
pub(crate) const FULL: &[Call] = &[
    Call {
        operation: "secret-scanning/list-alerts-for-enterprise",
        parameter: None,
        call: |github| {
            let enterprise = github.enterprise("acme-inc")?;
            sent(
                enterprise
                    .alerts()
                    .state(models::AlertState::Open)
                    .secret_type(["secret_type", "secret_type"])
                    .providers(["providers", "providers"])
                    .resolution([
                        models::ResolutionFilter::FalsePositive,
                        models::ResolutionFilter::WontFix,
                    ])
                    .assignee("assignee")
                    .sort(models::AlertSort::Created)
                    .direction(models::SortDirection::Asc)
                    .per_page(42)
                    .validity([models::Validity::Active, models::Validity::Inactive])
                    .is_publicly_leaked(true)
                    .is_multi_repo(true)
                    .hide_secret(true)
                    .is_bypassed(true)
                    .included_metadata([
                        models::AlertMetadataKey::OwnerEmail,
                        models::AlertMetadataKey::OwnerId,
                    ])
                    .owner_email_hash(
                        "owner_email_hash_owner_email_hash_owner_email_hash_owner_email_h",
                    )
                    .page(),
            )
        },
    },
    Call {
        operation: "secret-scanning/list-alerts-for-enterprise",
        parameter: None,
        call: |github| {
            let enterprise = github.enterprise("acme-inc")?;
            sent(
                enterprise
                    .alerts()
                    .state(models::AlertState::Open)
                    .exclude_secret_types([
                        "exclude_secret_types",
                        "exclude_secret_types",
                    ])
                    .exclude_providers(["exclude_providers", "exclude_providers"])
                    .resolution([
                        models::ResolutionFilter::FalsePositive,
                        models::ResolutionFilter::WontFix,
                    ])
                    .assignee("assignee")
                    .sort(models::AlertSort::Created)
                    .direction(models::SortDirection::Asc)
                    .per_page(42)
                    .validity([models::Validity::Active, models::Validity::Inactive])
                    .is_publicly_leaked(true)
                    .is_multi_repo(true)
                    .hide_secret(true)
                    .is_bypassed(true)
                    .included_metadata([
                        models::AlertMetadataKey::OwnerEmail,
                        models::AlertMetadataKey::OwnerId,
                    ])
                    .owner_email_hash(
                        "owner_email_hash_owner_email_hash_owner_email_hash_owner_email_h",
                    )
                    .page(),
            )
        },
    },
    Call {
        operation: "secret-scanning/list-enterprise-pattern-configs",
        parameter: None,
        call: |github| {
            let enterprise = github.enterprise("acme-inc")?;
            sent(enterprise.pattern_configurations().get().send())
        },
    },
    Call {
        operation: "secret-scanning/update-enterprise-pattern-configs",
        parameter: None,
        call: |github| {
            let enterprise = github.enterprise("acme-inc")?;
            sent(
                enterprise
                    .pattern_configurations()
                    .update()
                    .custom_pattern_settings([
                        {
                            let mut value = models::CustomPatternSetting::new(
                                "token_type",
                            );
                            value.custom_pattern_version = Some(
                                Some("custom_pattern_version".to_owned()),
                            );
                            value.push_protection_setting = Some(
                                models::PushProtectionToggle::Disabled,
                            );
                            value
                        },
                    ])
                    .pattern_config_version("pattern_config_version")
                    .provider_pattern_settings([
                        {
                            let mut value = models::ProviderPatternSetting::new(
                                "token_type",
                            );
                            value.push_protection_setting = Some(
                                models::PushProtectionSetting::NotSet,
                            );
                            value
                        },
                    ])
                    .send(),
            )
        },
    },
    Call {
        operation: "secret-scanning/list-org-bypass-requests",
        parameter: None,
        call: |github| {
            let org = github.org("acme")?;
            sent(
                org
                    .secret_bypass_requests()
                    .repository_name("repository_name")
                    .reviewer("reviewer")
                    .requester("requester")
                    .time_period(models::TimePeriod::Hour)
                    .request_status(models::BypassRequestStatusFilter::Completed)
                    .per_page(42)
                    .page(),
            )
        },
    },
    Call {
        operation: "secret-scanning/list-alerts-for-org",
        parameter: None,
        call: |github| {
            let org = github.org("acme")?;
            sent(
                org
                    .alerts()
                    .state(models::AlertState::Open)
                    .secret_type(["secret_type", "secret_type"])
                    .providers(["providers", "providers"])
                    .resolution([
                        models::ResolutionFilter::FalsePositive,
                        models::ResolutionFilter::WontFix,
                    ])
                    .assignee("assignee")
                    .sort(models::AlertSort::Created)
                    .direction(models::SortDirection::Asc)
                    .per_page(42)
                    .validity([models::Validity::Active, models::Validity::Inactive])
                    .is_publicly_leaked(true)
                    .is_multi_repo(true)
                    .hide_secret(true)
                    .is_bypassed(true)
                    .included_metadata([
                        models::AlertMetadataKey::OwnerEmail,
                        models::AlertMetadataKey::OwnerId,
                    ])
                    .owner_email_hash(
                        "owner_email_hash_owner_email_hash_owner_email_hash_owner_email_h",
                    )
                    .page(),
            )
        },
    },
    Call {
        operation: "secret-scanning/list-alerts-for-org",
        parameter: None,
        call: |github| {
            let org = github.org("acme")?;
            sent(
                org
                    .alerts()
                    .state(models::AlertState::Open)
                    .exclude_secret_types([
                        "exclude_secret_types",
                        "exclude_secret_types",
                    ])
                    .exclude_providers(["exclude_providers", "exclude_providers"])
                    .resolution([
                        models::ResolutionFilter::FalsePositive,
                        models::ResolutionFilter::WontFix,
                    ])
                    .assignee("assignee")
                    .sort(models::AlertSort::Created)
                    .direction(models::SortDirection::Asc)
                    .per_page(42)
                    .validity([models::Validity::Active, models::Validity::Inactive])
                    .is_publicly_leaked(true)
                    .is_multi_repo(true)
                    .hide_secret(true)
                    .is_bypassed(true)
                    .included_metadata([
                        models::AlertMetadataKey::OwnerEmail,
                        models::AlertMetadataKey::OwnerId,
                    ])
                    .owner_email_hash(
                        "owner_email_hash_owner_email_hash_owner_email_hash_owner_email_h",
                    )
                    .page(),
            )
        },
    },
    Call {
        operation: "secret-scanning/list-org-pattern-configs",
        parameter: None,
        call: |github| {
            let org = github.org("acme")?;
            sent(org.pattern_configurations().get().send())
        },
    },
    Call {
        operation: "secret-scanning/update-org-pattern-configs",
        parameter: None,
        call: |github| {
            let org = github.org("acme")?;
            sent(
                org
                    .pattern_configurations()
                    .update()
                    .custom_pattern_settings([
                        {
                            let mut value = models::CustomPatternSetting::new(
                                "token_type",
                            );
                            value.custom_pattern_version = Some(
                                Some("custom_pattern_version".to_owned()),
                            );
                            value.push_protection_setting = Some(
                                models::PushProtectionToggle::Disabled,
                            );
                            value
                        },
                    ])
                    .pattern_config_version("pattern_config_version")
                    .provider_pattern_settings([
                        {
                            let mut value = models::ProviderPatternSetting::new(
                                "token_type",
                            );
                            value.push_protection_setting = Some(
                                models::PushProtectionSetting::NotSet,
                            );
                            value
                        },
                    ])
                    .send(),
            )
        },
    },
    Call {
        operation: "repos/list-repo-push-bypass-requests",
        parameter: None,
        call: |github| {
            let repo = github.repo("acme", "widgets")?;
            sent(
                repo
                    .push_rule_bypass_requests()
                    .reviewer("reviewer")
                    .requester("requester")
                    .time_period(models::TimePeriod::Hour)
                    .request_status(models::BypassRequestStatusFilter::Completed)
                    .per_page(42)
                    .page(),
            )
        },
    },
    Call {
        operation: "repos/get-repo-push-bypass-request",
        parameter: None,
        call: |github| {
            let repo = github.repo("acme", "widgets")?;
            sent(repo.push_rule_bypass_request(42).get().send())
        },
    },
    Call {
        operation: "secret-scanning/list-repo-bypass-requests",
        parameter: None,
        call: |github| {
            let repo = github.repo("acme", "widgets")?;
            sent(
                repo
                    .secret_bypass_requests()
                    .reviewer("reviewer")
                    .requester("requester")
                    .time_period(models::TimePeriod::Hour)
                    .request_status(models::BypassRequestStatusFilter::Completed)
                    .per_page(42)
                    .page(),
            )
        },
    },
    Call {
        operation: "secret-scanning/get-bypass-request",
        parameter: None,
        call: |github| {
            let repo = github.repo("acme", "widgets")?;
            sent(repo.secret_bypass_request(42).get().send())
        },
    },
    Call {
        operation: "secret-scanning/review-bypass-request",
        parameter: None,
        call: |github| {
            let repo = github.repo("acme", "widgets")?;
            sent(
                repo
                    .secret_bypass_request(42)
                    .review(models::BypassReviewAction::Approve, "message")
                    .send(),
            )
        },
    },
    Call {
        operation: "secret-scanning/dismiss-bypass-response",
        parameter: None,
        call: |github| {
            let repo = github.repo("acme", "widgets")?;
            sent(repo.dismiss_secret_bypass_response(42).send())
        },
    },
    Call {
        operation: "secret-scanning/list-alerts-for-repo",
        parameter: None,
        call: |github| {
            let repo = github.repo("acme", "widgets")?;
            sent(
                repo
                    .alerts()
                    .state(models::AlertState::Open)
                    .secret_type(["secret_type", "secret_type"])
                    .providers(["providers", "providers"])
                    .resolution([
                        models::ResolutionFilter::FalsePositive,
                        models::ResolutionFilter::WontFix,
                    ])
                    .assignee("assignee")
                    .sort(models::AlertSort::Created)
                    .direction(models::SortDirection::Asc)
                    .per_page(42)
                    .validity([models::Validity::Active, models::Validity::Inactive])
                    .is_publicly_leaked(true)
                    .is_multi_repo(true)
                    .hide_secret(true)
                    .is_bypassed(true)
                    .included_metadata([
                        models::AlertMetadataKey::OwnerEmail,
                        models::AlertMetadataKey::OwnerId,
                    ])
                    .owner_email_hash(
                        "owner_email_hash_owner_email_hash_owner_email_hash_owner_email_h",
                    )
                    .page(),
            )
        },
    },
    Call {
        operation: "secret-scanning/list-alerts-for-repo",
        parameter: None,
        call: |github| {
            let repo = github.repo("acme", "widgets")?;
            sent(
                repo
                    .alerts()
                    .state(models::AlertState::Open)
                    .exclude_secret_types([
                        "exclude_secret_types",
                        "exclude_secret_types",
                    ])
                    .exclude_providers(["exclude_providers", "exclude_providers"])
                    .resolution([
                        models::ResolutionFilter::FalsePositive,
                        models::ResolutionFilter::WontFix,
                    ])
                    .assignee("assignee")
                    .sort(models::AlertSort::Created)
                    .direction(models::SortDirection::Asc)
                    .per_page(42)
                    .validity([models::Validity::Active, models::Validity::Inactive])
                    .is_publicly_leaked(true)
                    .is_multi_repo(true)
                    .hide_secret(true)
                    .is_bypassed(true)
                    .included_metadata([
                        models::AlertMetadataKey::OwnerEmail,
                        models::AlertMetadataKey::OwnerId,
                    ])
                    .owner_email_hash(
                        "owner_email_hash_owner_email_hash_owner_email_hash_owner_email_h",
                    )
                    .page(),
            )
        },
    },
    Call {
        operation: "secret-scanning/get-alert",
        parameter: None,
        call: |github| {
            let repo = github.repo("acme", "widgets")?;
            sent(repo.alert(42).get().hide_secret(true).send())
        },
    },
    Call {
        operation: "secret-scanning/update-alert",
        parameter: None,
        call: |github| {
            let repo = github.repo("acme", "widgets")?;
            sent(
                repo
                    .alert(42)
                    .update()
                    .assignee("assignee")
                    .resolution(models::Resolution::FalsePositive)
                    .resolution_comment("resolution_comment")
                    .state(models::AlertState::Resolved)
                    .validity(models::ValidityOverride::Active)
                    .send(),
            )
        },
    },
    Call {
        operation: "secret-scanning/list-locations-for-alert",
        parameter: None,
        call: |github| {
            let repo = github.repo("acme", "widgets")?;
            sent(repo.alert(42).locations().per_page(42).page())
        },
    },
];

/// One call for each query parameter, which sets that one alone.
pub(crate) const ALONE: &[Call] = &[
    Call {
        operation: "secret-scanning/list-alerts-for-enterprise",
        parameter: Some("state"),
        call: |github| {
            let enterprise = github.enterprise("acme-inc")?;
            sent(enterprise.alerts().state(models::AlertState::Open).page())
        },
    },
    Call {
        operation: "secret-scanning/list-alerts-for-enterprise",
        parameter: Some("secret_type"),
        call: |github| {
            let enterprise = github.enterprise("acme-inc")?;
            sent(enterprise.alerts().secret_type(["secret_type", "secret_type"]).page())
        },
    },
    Call {
        operation: "secret-scanning/list-alerts-for-enterprise",
        parameter: Some("exclude_secret_types"),
        call: |github| {
            let enterprise = github.enterprise("acme-inc")?;
            sent(
                enterprise
                    .alerts()
                    .exclude_secret_types([
                        "exclude_secret_types",
                        "exclude_secret_types",
                    ])
                    .page(),
            )
        },
    },
    Call {
        operation: "secret-scanning/list-alerts-for-enterprise",
        parameter: Some("exclude_providers"),
        call: |github| {
            let enterprise = github.enterprise("acme-inc")?;
            sent(
                enterprise
                    .alerts()
                    .exclude_providers(["exclude_providers", "exclude_providers"])
                    .page(),
            )
        },
    },
    Call {
        operation: "secret-scanning/list-alerts-for-enterprise",
        parameter: Some("providers"),
        call: |github| {
            let enterprise = github.enterprise("acme-inc")?;
            sent(enterprise.alerts().providers(["providers", "providers"]).page())
        },
    },
    Call {
        operation: "secret-scanning/list-alerts-for-enterprise",
        parameter: Some("resolution"),
        call: |github| {
            let enterprise = github.enterprise("acme-inc")?;
            sent(
                enterprise
                    .alerts()
                    .resolution([
                        models::ResolutionFilter::FalsePositive,
                        models::ResolutionFilter::WontFix,
                    ])
                    .page(),
            )
        },
    },
    Call {
        operation: "secret-scanning/list-alerts-for-enterprise",
        parameter: Some("assignee"),
        call: |github| {
            let enterprise = github.enterprise("acme-inc")?;
            sent(enterprise.alerts().assignee("assignee").page())
        },
    },
    Call {
        operation: "secret-scanning/list-alerts-for-enterprise",
        parameter: Some("sort"),
        call: |github| {
            let enterprise = github.enterprise("acme-inc")?;
            sent(enterprise.alerts().sort(models::AlertSort::Created).page())
        },
    },
    Call {
        operation: "secret-scanning/list-alerts-for-enterprise",
        parameter: Some("direction"),
        call: |github| {
            let enterprise = github.enterprise("acme-inc")?;
            sent(enterprise.alerts().direction(models::SortDirection::Asc).page())
        },
    },
    Call {
        operation: "secret-scanning/list-alerts-for-enterprise",
        parameter: Some("per_page"),
        call: |github| {
            let enterprise = github.enterprise("acme-inc")?;
            sent(enterprise.alerts().per_page(42).page())
        },
    },
    Call {
        operation: "secret-scanning/list-alerts-for-enterprise",
        parameter: Some("validity"),
        call: |github| {
            let enterprise = github.enterprise("acme-inc")?;
            sent(
                enterprise
                    .alerts()
                    .validity([models::Validity::Active, models::Validity::Inactive])
                    .page(),
            )
        },
    },
    Call {
        operation: "secret-scanning/list-alerts-for-enterprise",
        parameter: Some("is_publicly_leaked"),
        call: |github| {
            let enterprise = github.enterprise("acme-inc")?;
            sent(enterprise.alerts().is_publicly_leaked(true).page())
        },
    },
    Call {
        operation: "secret-scanning/list-alerts-for-enterprise",
        parameter: Some("is_multi_repo"),
        call: |github| {
            let enterprise = github.enterprise("acme-inc")?;
            sent(enterprise.alerts().is_multi_repo(true).page())
        },
    },
    Call {
        operation: "secret-scanning/list-alerts-for-enterprise",
        parameter: Some("hide_secret"),
        call: |github| {
            let enterprise = github.enterprise("acme-inc")?;
            sent(enterprise.alerts().hide_secret(true).page())
        },
    },
    Call {
        operation: "secret-scanning/list-alerts-for-enterprise",
        parameter: Some("is_bypassed"),
        call: |github| {
            let enterprise = github.enterprise("acme-inc")?;
            sent(enterprise.alerts().is_bypassed(true).page())
        },
    },
    Call {
        operation: "secret-scanning/list-alerts-for-enterprise",
        parameter: Some("included_metadata"),
        call: |github| {
            let enterprise = github.enterprise("acme-inc")?;
            sent(
                enterprise
                    .alerts()
                    .included_metadata([
                        models::AlertMetadataKey::OwnerEmail,
                        models::AlertMetadataKey::OwnerId,
                    ])
                    .page(),
            )
        },
    },
    Call {
        operation: "secret-scanning/list-alerts-for-enterprise",
        parameter: Some("owner_email_hash"),
        call: |github| {
            let enterprise = github.enterprise("acme-inc")?;
            sent(
                enterprise
                    .alerts()
                    .owner_email_hash(
                        "owner_email_hash_owner_email_hash_owner_email_hash_owner_email_h",
                    )
                    .page(),
            )
        },
    },
    Call {
        operation: "secret-scanning/list-org-bypass-requests",
        parameter: Some("repository_name"),
        call: |github| {
            let org = github.org("acme")?;
            sent(org.secret_bypass_requests().repository_name("repository_name").page())
        },
    },
    Call {
        operation: "secret-scanning/list-org-bypass-requests",
        parameter: Some("reviewer"),
        call: |github| {
            let org = github.org("acme")?;
            sent(org.secret_bypass_requests().reviewer("reviewer").page())
        },
    },
    Call {
        operation: "secret-scanning/list-org-bypass-requests",
        parameter: Some("requester"),
        call: |github| {
            let org = github.org("acme")?;
            sent(org.secret_bypass_requests().requester("requester").page())
        },
    },
    Call {
        operation: "secret-scanning/list-org-bypass-requests",
        parameter: Some("time_period"),
        call: |github| {
            let org = github.org("acme")?;
            sent(
                org.secret_bypass_requests().time_period(models::TimePeriod::Hour).page(),
            )
        },
    },
    Call {
        operation: "secret-scanning/list-org-bypass-requests",
        parameter: Some("request_status"),
        call: |github| {
            let org = github.org("acme")?;
            sent(
                org
                    .secret_bypass_requests()
                    .request_status(models::BypassRequestStatusFilter::Completed)
                    .page(),
            )
        },
    },
    Call {
        operation: "secret-scanning/list-org-bypass-requests",
        parameter: Some("per_page"),
        call: |github| {
            let org = github.org("acme")?;
            sent(org.secret_bypass_requests().per_page(42).page())
        },
    },
    Call {
        operation: "secret-scanning/list-alerts-for-org",
        parameter: Some("state"),
        call: |github| {
            let org = github.org("acme")?;
            sent(org.alerts().state(models::AlertState::Open).page())
        },
    },
    Call {
        operation: "secret-scanning/list-alerts-for-org",
        parameter: Some("secret_type"),
        call: |github| {
            let org = github.org("acme")?;
            sent(org.alerts().secret_type(["secret_type", "secret_type"]).page())
        },
    },
    Call {
        operation: "secret-scanning/list-alerts-for-org",
        parameter: Some("exclude_secret_types"),
        call: |github| {
            let org = github.org("acme")?;
            sent(
                org
                    .alerts()
                    .exclude_secret_types([
                        "exclude_secret_types",
                        "exclude_secret_types",
                    ])
                    .page(),
            )
        },
    },
    Call {
        operation: "secret-scanning/list-alerts-for-org",
        parameter: Some("exclude_providers"),
        call: |github| {
            let org = github.org("acme")?;
            sent(
                org
                    .alerts()
                    .exclude_providers(["exclude_providers", "exclude_providers"])
                    .page(),
            )
        },
    },
    Call {
        operation: "secret-scanning/list-alerts-for-org",
        parameter: Some("providers"),
        call: |github| {
            let org = github.org("acme")?;
            sent(org.alerts().providers(["providers", "providers"]).page())
        },
    },
    Call {
        operation: "secret-scanning/list-alerts-for-org",
        parameter: Some("resolution"),
        call: |github| {
            let org = github.org("acme")?;
            sent(
                org
                    .alerts()
                    .resolution([
                        models::ResolutionFilter::FalsePositive,
                        models::ResolutionFilter::WontFix,
                    ])
                    .page(),
            )
        },
    },
    Call {
        operation: "secret-scanning/list-alerts-for-org",
        parameter: Some("assignee"),
        call: |github| {
            let org = github.org("acme")?;
            sent(org.alerts().assignee("assignee").page())
        },
    },
    Call {
        operation: "secret-scanning/list-alerts-for-org",
        parameter: Some("sort"),
        call: |github| {
            let org = github.org("acme")?;
            sent(org.alerts().sort(models::AlertSort::Created).page())
        },
    },
    Call {
        operation: "secret-scanning/list-alerts-for-org",
        parameter: Some("direction"),
        call: |github| {
            let org = github.org("acme")?;
            sent(org.alerts().direction(models::SortDirection::Asc).page())
        },
    },
    Call {
        operation: "secret-scanning/list-alerts-for-org",
        parameter: Some("per_page"),
        call: |github| {
            let org = github.org("acme")?;
            sent(org.alerts().per_page(42).page())
        },
    },
    Call {
        operation: "secret-scanning/list-alerts-for-org",
        parameter: Some("validity"),
        call: |github| {
            let org = github.org("acme")?;
            sent(
                org
                    .alerts()
                    .validity([models::Validity::Active, models::Validity::Inactive])
                    .page(),
            )
        },
    },
    Call {
        operation: "secret-scanning/list-alerts-for-org",
        parameter: Some("is_publicly_leaked"),
        call: |github| {
            let org = github.org("acme")?;
            sent(org.alerts().is_publicly_leaked(true).page())
        },
    },
    Call {
        operation: "secret-scanning/list-alerts-for-org",
        parameter: Some("is_multi_repo"),
        call: |github| {
            let org = github.org("acme")?;
            sent(org.alerts().is_multi_repo(true).page())
        },
    },
    Call {
        operation: "secret-scanning/list-alerts-for-org",
        parameter: Some("hide_secret"),
        call: |github| {
            let org = github.org("acme")?;
            sent(org.alerts().hide_secret(true).page())
        },
    },
    Call {
        operation: "secret-scanning/list-alerts-for-org",
        parameter: Some("is_bypassed"),
        call: |github| {
            let org = github.org("acme")?;
            sent(org.alerts().is_bypassed(true).page())
        },
    },
    Call {
        operation: "secret-scanning/list-alerts-for-org",
        parameter: Some("included_metadata"),
        call: |github| {
            let org = github.org("acme")?;
            sent(
                org
                    .alerts()
                    .included_metadata([
                        models::AlertMetadataKey::OwnerEmail,
                        models::AlertMetadataKey::OwnerId,
                    ])
                    .page(),
            )
        },
    },
    Call {
        operation: "secret-scanning/list-alerts-for-org",
        parameter: Some("owner_email_hash"),
        call: |github| {
            let org = github.org("acme")?;
            sent(
                org
                    .alerts()
                    .owner_email_hash(
                        "owner_email_hash_owner_email_hash_owner_email_hash_owner_email_h",
                    )
                    .page(),
            )
        },
    },
    Call {
        operation: "repos/list-repo-push-bypass-requests",
        parameter: Some("reviewer"),
        call: |github| {
            let repo = github.repo("acme", "widgets")?;
            sent(repo.push_rule_bypass_requests().reviewer("reviewer").page())
        },
    },
    Call {
        operation: "repos/list-repo-push-bypass-requests",
        parameter: Some("requester"),
        call: |github| {
            let repo = github.repo("acme", "widgets")?;
            sent(repo.push_rule_bypass_requests().requester("requester").page())
        },
    },
    Call {
        operation: "repos/list-repo-push-bypass-requests",
        parameter: Some("time_period"),
        call: |github| {
            let repo = github.repo("acme", "widgets")?;
            sent(
                repo
                    .push_rule_bypass_requests()
                    .time_period(models::TimePeriod::Hour)
                    .page(),
            )
        },
    },
    Call {
        operation: "repos/list-repo-push-bypass-requests",
        parameter: Some("request_status"),
        call: |github| {
            let repo = github.repo("acme", "widgets")?;
            sent(
                repo
                    .push_rule_bypass_requests()
                    .request_status(models::BypassRequestStatusFilter::Completed)
                    .page(),
            )
        },
    },
    Call {
        operation: "repos/list-repo-push-bypass-requests",
        parameter: Some("per_page"),
        call: |github| {
            let repo = github.repo("acme", "widgets")?;
            sent(repo.push_rule_bypass_requests().per_page(42).page())
        },
    },
    Call {
        operation: "secret-scanning/list-repo-bypass-requests",
        parameter: Some("reviewer"),
        call: |github| {
            let repo = github.repo("acme", "widgets")?;
            sent(repo.secret_bypass_requests().reviewer("reviewer").page())
        },
    },
    Call {
        operation: "secret-scanning/list-repo-bypass-requests",
        parameter: Some("requester"),
        call: |github| {
            let repo = github.repo("acme", "widgets")?;
            sent(repo.secret_bypass_requests().requester("requester").page())
        },
    },
    Call {
        operation: "secret-scanning/list-repo-bypass-requests",
        parameter: Some("time_period"),
        call: |github| {
            let repo = github.repo("acme", "widgets")?;
            sent(
                repo
                    .secret_bypass_requests()
                    .time_period(models::TimePeriod::Hour)
                    .page(),
            )
        },
    },
    Call {
        operation: "secret-scanning/list-repo-bypass-requests",
        parameter: Some("request_status"),
        call: |github| {
            let repo = github.repo("acme", "widgets")?;
            sent(
                repo
                    .secret_bypass_requests()
                    .request_status(models::BypassRequestStatusFilter::Completed)
                    .page(),
            )
        },
    },
    Call {
        operation: "secret-scanning/list-repo-bypass-requests",
        parameter: Some("per_page"),
        call: |github| {
            let repo = github.repo("acme", "widgets")?;
            sent(repo.secret_bypass_requests().per_page(42).page())
        },
    },
    Call {
        operation: "secret-scanning/list-alerts-for-repo",
        parameter: Some("state"),
        call: |github| {
            let repo = github.repo("acme", "widgets")?;
            sent(repo.alerts().state(models::AlertState::Open).page())
        },
    },
    Call {
        operation: "secret-scanning/list-alerts-for-repo",
        parameter: Some("secret_type"),
        call: |github| {
            let repo = github.repo("acme", "widgets")?;
            sent(repo.alerts().secret_type(["secret_type", "secret_type"]).page())
        },
    },
    Call {
        operation: "secret-scanning/list-alerts-for-repo",
        parameter: Some("exclude_secret_types"),
        call: |github| {
            let repo = github.repo("acme", "widgets")?;
            sent(
                repo
                    .alerts()
                    .exclude_secret_types([
                        "exclude_secret_types",
                        "exclude_secret_types",
                    ])
                    .page(),
            )
        },
    },
    Call {
        operation: "secret-scanning/list-alerts-for-repo",
        parameter: Some("exclude_providers"),
        call: |github| {
            let repo = github.repo("acme", "widgets")?;
            sent(
                repo
                    .alerts()
                    .exclude_providers(["exclude_providers", "exclude_providers"])
                    .page(),
            )
        },
    },
    Call {
        operation: "secret-scanning/list-alerts-for-repo",
        parameter: Some("providers"),
        call: |github| {
            let repo = github.repo("acme", "widgets")?;
            sent(repo.alerts().providers(["providers", "providers"]).page())
        },
    },
    Call {
        operation: "secret-scanning/list-alerts-for-repo",
        parameter: Some("resolution"),
        call: |github| {
            let repo = github.repo("acme", "widgets")?;
            sent(
                repo
                    .alerts()
                    .resolution([
                        models::ResolutionFilter::FalsePositive,
                        models::ResolutionFilter::WontFix,
                    ])
                    .page(),
            )
        },
    },
    Call {
        operation: "secret-scanning/list-alerts-for-repo",
        parameter: Some("assignee"),
        call: |github| {
            let repo = github.repo("acme", "widgets")?;
            sent(repo.alerts().assignee("assignee").page())
        },
    },
    Call {
        operation: "secret-scanning/list-alerts-for-repo",
        parameter: Some("sort"),
        call: |github| {
            let repo = github.repo("acme", "widgets")?;
            sent(repo.alerts().sort(models::AlertSort::Created).page())
        },
    },
    Call {
        operation: "secret-scanning/list-alerts-for-repo",
        parameter: Some("direction"),
        call: |github| {
            let repo = github.repo("acme", "widgets")?;
            sent(repo.alerts().direction(models::SortDirection::Asc).page())
        },
    },
    Call {
        operation: "secret-scanning/list-alerts-for-repo",
        parameter: Some("per_page"),
        call: |github| {
            let repo = github.repo("acme", "widgets")?;
            sent(repo.alerts().per_page(42).page())
        },
    },
    Call {
        operation: "secret-scanning/list-alerts-for-repo",
        parameter: Some("validity"),
        call: |github| {
            let repo = github.repo("acme", "widgets")?;
            sent(
                repo
                    .alerts()
                    .validity([models::Validity::Active, models::Validity::Inactive])
                    .page(),
            )
        },
    },
    Call {
        operation: "secret-scanning/list-alerts-for-repo",
        parameter: Some("is_publicly_leaked"),
        call: |github| {
            let repo = github.repo("acme", "widgets")?;
            sent(repo.alerts().is_publicly_leaked(true).page())
        },
    },
    Call {
        operation: "secret-scanning/list-alerts-for-repo",
        parameter: Some("is_multi_repo"),
        call: |github| {
            let repo = github.repo("acme", "widgets")?;
            sent(repo.alerts().is_multi_repo(true).page())
        },
    },
    Call {
        operation: "secret-scanning/list-alerts-for-repo",
        parameter: Some("hide_secret"),
        call: |github| {
            let repo = github.repo("acme", "widgets")?;
            sent(repo.alerts().hide_secret(true).page())
        },
    },
    Call {
        operation: "secret-scanning/list-alerts-for-repo",
        parameter: Some("is_bypassed"),
        call: |github| {
            let repo = github.repo("acme", "widgets")?;
            sent(repo.alerts().is_bypassed(true).page())
        },
    },
    Call {
        operation: "secret-scanning/list-alerts-for-repo",
        parameter: Some("included_metadata"),
        call: |github| {
            let repo = github.repo("acme", "widgets")?;
            sent(
                repo
                    .alerts()
                    .included_metadata([
                        models::AlertMetadataKey::OwnerEmail,
                        models::AlertMetadataKey::OwnerId,
                    ])
                    .page(),
            )
        },
    },
    Call {
        operation: "secret-scanning/list-alerts-for-repo",
        parameter: Some("owner_email_hash"),
        call: |github| {
            let repo = github.repo("acme", "widgets")?;
            sent(
                repo
                    .alerts()
                    .owner_email_hash(
                        "owner_email_hash_owner_email_hash_owner_email_hash_owner_email_h",
                    )
                    .page(),
            )
        },
    },
    Call {
        operation: "secret-scanning/get-alert",
        parameter: Some("hide_secret"),
        call: |github| {
            let repo = github.repo("acme", "widgets")?;
            sent(repo.alert(42).get().hide_secret(true).send())
        },
    },
    Call {
        operation: "secret-scanning/list-locations-for-alert",
        parameter: Some("per_page"),
        call: |github| {
            let repo = github.repo("acme", "widgets")?;
            sent(repo.alert(42).locations().per_page(42).page())
        },
    },
];
