// Written by `cargo xtask generate` from the files in spec/. Do not edit: change spec/ or codegen/.

//! The request types.

mod dismiss_secret_bypass_response;
mod get_alert;
mod get_pattern_configurations;
mod get_push_rule_bypass_request;
mod get_secret_bypass_request;
mod list_alert_locations;
mod list_alerts;
mod list_repo_push_rule_bypass_requests;
mod list_secret_bypass_requests;
mod review_secret_bypass_request;
mod update_alert;
mod update_pattern_configurations;

pub(crate) mod scope_sets;
pub use dismiss_secret_bypass_response::DismissSecretBypassResponse;
pub use get_alert::GetAlert;
pub use get_pattern_configurations::GetPatternConfigurations;
pub use get_push_rule_bypass_request::GetPushRuleBypassRequest;
pub use get_secret_bypass_request::GetSecretBypassRequest;
pub use list_alert_locations::ListAlertLocations;
pub use list_alerts::ListAlerts;
pub use list_repo_push_rule_bypass_requests::ListRepoPushRuleBypassRequests;
pub use list_secret_bypass_requests::ListSecretBypassRequests;
pub use review_secret_bypass_request::ReviewSecretBypassRequest;
pub use update_alert::UpdateAlert;
pub use update_pattern_configurations::UpdatePatternConfigurations;
