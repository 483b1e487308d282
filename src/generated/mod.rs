// Written by `cargo xtask generate` from the files in spec/. Do not edit: change spec/ or codegen/.

//! The request types, one for each operation.

mod dismiss_secret_bypass_response;
mod get_alert;
mod get_enterprise_pattern_configurations;
mod get_org_pattern_configurations;
mod get_push_rule_bypass_request;
mod get_secret_bypass_request;
mod list_alert_locations;
mod list_enterprise_alerts;
mod list_org_alerts;
mod list_org_secret_bypass_requests;
mod list_repo_alerts;
mod list_repo_push_rule_bypass_requests;
mod list_repo_secret_bypass_requests;
mod review_secret_bypass_request;
mod update_alert;
mod update_enterprise_pattern_configurations;
mod update_org_pattern_configurations;
pub use dismiss_secret_bypass_response::DismissSecretBypassResponse;
pub use get_alert::GetAlert;
pub use get_enterprise_pattern_configurations::GetEnterprisePatternConfigurations;
pub use get_org_pattern_configurations::GetOrgPatternConfigurations;
pub use get_push_rule_bypass_request::GetPushRuleBypassRequest;
pub use get_secret_bypass_request::GetSecretBypassRequest;
pub use list_alert_locations::ListAlertLocations;
pub use list_enterprise_alerts::ListEnterpriseAlerts;
pub use list_org_alerts::ListOrgAlerts;
pub use list_org_secret_bypass_requests::ListOrgSecretBypassRequests;
pub use list_repo_alerts::ListRepoAlerts;
pub use list_repo_push_rule_bypass_requests::ListRepoPushRuleBypassRequests;
pub use list_repo_secret_bypass_requests::ListRepoSecretBypassRequests;
pub use review_secret_bypass_request::ReviewSecretBypassRequest;
pub use update_alert::UpdateAlert;
pub use update_enterprise_pattern_configurations::UpdateEnterprisePatternConfigurations;
pub use update_org_pattern_configurations::UpdateOrgPatternConfigurations;
