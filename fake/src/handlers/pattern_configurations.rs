//! The handlers of pattern configurations of organizations and enterprises.

use axum::http::StatusCode;
use github_secret_scanning_generated::types::{
    PatternConfigurationReceipt, PatternOverride, PushProtectionSetting, PushProtectionToggle,
};

use super::request_body::{RequestBody, text};
use crate::request::OperationRequest;
use crate::response::Response;
use crate::store::{Patterns, Store};

/// The resource in validation errors.
const RESOURCE: &str = "PatternConfiguration";

/// A valid request body.
struct Changes {
    version: Option<String>,
    provider: Vec<Change>,
    custom: Vec<Change>,
}

struct Change {
    token_type: String,
    /// The version of a custom pattern that the change is based on; not checked without one.
    version: Option<String>,
    setting: Option<PushProtectionSetting>,
}

pub(super) fn get_of_enterprise(
    store: &mut Store,
    request: &OperationRequest<'_>,
) -> Result<Response, Response> {
    get(store.patterns_of_enterprise(request.path_parameter("enterprise")))
}

pub(super) fn get_of_org(store: &mut Store, request: &OperationRequest<'_>) -> Result<Response, Response> {
    get(store.patterns_of_org(request.path_parameter("org")))
}

fn get(patterns: Option<&mut Patterns>) -> Result<Response, Response> {
    Ok(Response::ok(&patterns.ok_or_else(Response::not_found)?.configuration))
}

pub(super) fn update_of_enterprise(
    store: &mut Store,
    request: &OperationRequest<'_>,
) -> Result<Response, Response> {
    let version = store.new_version();
    update(store.patterns_of_enterprise(request.path_parameter("enterprise")), request, version)
}

pub(super) fn update_of_org(store: &mut Store, request: &OperationRequest<'_>) -> Result<Response, Response> {
    let version = store.new_version();
    update(store.patterns_of_org(request.path_parameter("org")), request, version)
}

/// Applies all changes or none.
fn update(
    patterns: Option<&mut Patterns>,
    request: &OperationRequest<'_>,
    version: String,
) -> Result<Response, Response> {
    let patterns = patterns.ok_or_else(Response::not_found)?;
    let changes = Changes::parse(request)?;
    if is_stale(changes.version.as_ref(), patterns.configuration.pattern_config_version.as_ref()) {
        return Err(stale());
    }
    check(patterns.provider(), &changes.provider)?;
    check(patterns.custom(), &changes.custom)?;
    apply(patterns.provider(), changes.provider, None);
    apply(patterns.custom(), changes.custom, Some(&version));
    patterns.configuration.pattern_config_version = Some(version.clone());
    let mut receipt = PatternConfigurationReceipt::default();
    receipt.pattern_config_version = Some(version);
    Ok(Response::ok(&receipt))
}

impl Changes {
    fn parse(request: &OperationRequest<'_>) -> Result<Self, Response> {
        let mut body = RequestBody::parse(request.body, RESOURCE)?;
        let provider_setting = known!(PushProtectionSetting);
        let custom_setting = |text: &str| {
            let toggle = known!(PushProtectionToggle)(text)?;
            Some(PushProtectionSetting::from(toggle.as_str()))
        };
        let changes = Self {
            version: body.nullable("pattern_config_version", text).flatten(),
            provider: body
                .objects("provider_pattern_settings", |entry| Change::parse(entry, provider_setting)),
            custom: body.objects("custom_pattern_settings", |entry| Change::parse(entry, custom_setting)),
        };
        body.finish(Some(changes))
    }
}

impl Change {
    fn parse(
        entry: &mut RequestBody,
        setting: impl Fn(&str) -> Option<PushProtectionSetting>,
    ) -> Option<Self> {
        let token_type = entry.required("token_type", text);
        let version = entry.nullable("custom_pattern_version", text).flatten();
        let setting = entry.optional("push_protection_setting", setting);
        token_type.map(|token_type| Self { token_type, version, setting })
    }
}

fn check(patterns: &[PatternOverride], changes: &[Change]) -> Result<(), Response> {
    for change in changes {
        let pattern = patterns.iter().find(|pattern| pattern.token_type == change.token_type);
        let pattern =
            pattern.ok_or_else(|| Response::validation_failed(RESOURCE, &[("token_type", "invalid")]))?;
        if is_stale(change.version.as_ref(), pattern.custom_pattern_version.as_ref()) {
            return Err(stale());
        }
    }
    Ok(())
}

/// A custom pattern gets a new version, so that changes based on the old one are refused.
fn apply(patterns: &mut [PatternOverride], changes: Vec<Change>, version: Option<&String>) {
    for change in changes {
        let pattern = patterns.iter_mut().find(|pattern| pattern.token_type == change.token_type);
        if let (Some(pattern), Some(setting)) = (pattern, change.setting) {
            pattern.setting = Some(setting);
            pattern.custom_pattern_version = version.cloned();
        }
    }
}

/// Whether a change is based on a version that is not the current one.
fn is_stale(based_on: Option<&String>, current: Option<&String>) -> bool {
    based_on.is_some() && based_on != current
}

fn stale() -> Response {
    Response::error(StatusCode::CONFLICT, "The version is not the current one: read it again")
}
