// Written by `cargo xtask generate` from the files in spec/. Do not edit: change spec/ or codegen/.

//! The methods of the scopes, and the sub-scopes.

mod alert;
mod enterprise;
mod org;
mod pattern_configurations;
mod push_rule_bypass_request;
mod repo;
mod secret_bypass_request;
pub use alert::AlertScope;
pub use pattern_configurations::PatternConfigurationsScope;
pub use push_rule_bypass_request::PushRuleBypassRequestScope;
pub use secret_bypass_request::SecretBypassRequestScope;
