//! Pattern configurations of organizations and enterprises.

use axum::http::StatusCode;
use github_secret_scanning_generated::types::{
    PatternConfigurationReceipt, PatternOverride, PushProtectionSetting, PushProtectionToggle,
};

use super::super::answer::Answer;
use super::super::asked::Asked;
use super::super::world::{Patterns, World};
use super::body::{Body, text};

/// What refusals say that a fault is in.
const RESOURCE: &str = "PatternConfiguration";

/// What is to change.
struct Changes {
    version: Option<String>,
    provider: Vec<Change>,
    custom: Vec<Change>,
}

struct Change {
    token_type: String,
    /// The version of a custom pattern that the change starts from; not checked where there is none.
    version: Option<String>,
    setting: Option<PushProtectionSetting>,
}

pub(super) fn get_of_enterprise(world: &mut World, asked: &Asked<'_>) -> Result<Answer, Answer> {
    get(world.patterns_of_enterprise(asked.parameter("enterprise")))
}

pub(super) fn get_of_org(world: &mut World, asked: &Asked<'_>) -> Result<Answer, Answer> {
    get(world.patterns_of_org(asked.parameter("org")))
}

fn get(patterns: Option<&mut Patterns>) -> Result<Answer, Answer> {
    Ok(Answer::ok(&patterns.ok_or_else(Answer::not_found)?.configuration))
}

pub(super) fn update_of_enterprise(world: &mut World, asked: &Asked<'_>) -> Result<Answer, Answer> {
    let version = world.new_version();
    update(world.patterns_of_enterprise(asked.parameter("enterprise")), asked, version)
}

pub(super) fn update_of_org(world: &mut World, asked: &Asked<'_>) -> Result<Answer, Answer> {
    let version = world.new_version();
    update(world.patterns_of_org(asked.parameter("org")), asked, version)
}

/// Changes all or nothing.
fn update(patterns: Option<&mut Patterns>, asked: &Asked<'_>, version: String) -> Result<Answer, Answer> {
    let patterns = patterns.ok_or_else(Answer::not_found)?;
    let changes = Changes::read(asked)?;
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
    Ok(Answer::ok(&receipt))
}

impl Changes {
    fn read(asked: &Asked<'_>) -> Result<Self, Answer> {
        let mut body = Body::read(asked.body, RESOURCE)?;
        let of_provider = known!(PushProtectionSetting);
        let of_custom = |text: &str| {
            let toggle = known!(PushProtectionToggle)(text)?;
            Some(PushProtectionSetting::from(toggle.as_str()))
        };
        let changes = Self {
            version: body.nullable("pattern_config_version", text).flatten(),
            provider: body.objects("provider_pattern_settings", |entry| Change::read(entry, of_provider)),
            custom: body.objects("custom_pattern_settings", |entry| Change::read(entry, of_custom)),
        };
        body.finish(Some(changes))
    }
}

impl Change {
    fn read(entry: &mut Body, setting: impl Fn(&str) -> Option<PushProtectionSetting>) -> Option<Self> {
        let token_type = entry.required("token_type", text);
        let version = entry.nullable("custom_pattern_version", text).flatten();
        let setting = entry.optional("push_protection_setting", setting);
        token_type.map(|token_type| Self { token_type, version, setting })
    }
}

fn check(patterns: &[PatternOverride], changes: &[Change]) -> Result<(), Answer> {
    for change in changes {
        let pattern = patterns.iter().find(|pattern| pattern.token_type == change.token_type);
        let pattern = pattern.ok_or_else(|| Answer::invalid(RESOURCE, &[("token_type", "invalid")]))?;
        if is_stale(change.version.as_ref(), pattern.custom_pattern_version.as_ref()) {
            return Err(stale());
        }
    }
    Ok(())
}

/// A pattern that has a version of its own gets a new one, so that whoever holds the old one is refused.
fn apply(patterns: &mut [PatternOverride], changes: Vec<Change>, version: Option<&String>) {
    for change in changes {
        let pattern = patterns.iter_mut().find(|pattern| pattern.token_type == change.token_type);
        if let (Some(pattern), Some(setting)) = (pattern, change.setting) {
            pattern.setting = Some(setting);
            pattern.custom_pattern_version = version.cloned();
        }
    }
}

/// Whether a change starts from a version that is no longer the current one. One that names none is not checked.
fn is_stale(named: Option<&String>, current: Option<&String>) -> bool {
    named.is_some() && named != current
}

fn stale() -> Answer {
    Answer::refused(StatusCode::CONFLICT, "The version is not the current one: read it again")
}
