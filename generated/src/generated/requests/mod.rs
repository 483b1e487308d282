// Written by `cargo xtask generate` from the files in spec/. Do not edit: change spec/ or codegen/.

//! The methods of [`RequestBuilders`](crate::RequestBuilders).

mod alerts;
mod apps;
mod locations;
mod pattern_configurations;
mod push_rule_bypass_requests;
mod secret_bypass_requests;
