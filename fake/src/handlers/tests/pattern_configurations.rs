//! The update of pattern configurations.

use serde_json::{Value, json};

use super::Api;

const LISTS: [&str; 2] = [
    "/orgs/acme/secret-scanning/pattern-configurations",
    "/enterprises/acme-inc/secret-scanning/pattern-configurations",
];

fn seed() -> Value {
    json!({
        "pattern_config_version": "first",
        "provider_pattern_overrides": [
            { "token_type": "GITHUB", "slug": "github", "setting": "not-set" },
            { "token_type": "OTHER", "setting": "disabled" },
        ],
        "custom_pattern_overrides": [
            { "token_type": "cp_1", "custom_pattern_version": "one", "setting": "disabled" },
            { "token_type": "cp_2", "setting": "disabled" },
        ],
    })
}

fn api() -> Api {
    let mut api = Api::new();
    api.store.set_org_patterns("acme", serde_json::from_value(seed()).unwrap()).unwrap();
    api.store.set_enterprise_patterns("acme-inc", serde_json::from_value(seed()).unwrap()).unwrap();
    api
}

fn provider(token_type: &str, setting: &str) -> Value {
    json!([{ "token_type": token_type, "push_protection_setting": setting }])
}

#[test]
fn update_changes_the_named_patterns_and_the_version() {
    for list in LISTS {
        let mut api = api();
        assert_eq!(api.get(list).body, seed());
        let body = json!({
            "pattern_config_version": "first",
            "provider_pattern_settings": provider("GITHUB", "enabled"),
            "custom_pattern_settings": [
                { "token_type": "cp_1", "custom_pattern_version": "one", "push_protection_setting": "enabled" },
                { "token_type": "cp_2" },
            ],
        });
        let receipt = api.patch(list, &body);
        assert_eq!(receipt.status, 200, "{}", receipt.body);
        let version = &receipt.body["pattern_config_version"];
        assert_ne!(version, "first");
        let mut expected = seed();
        expected["pattern_config_version"] = version.clone();
        expected["provider_pattern_overrides"][0]["setting"] = json!("enabled");
        expected["custom_pattern_overrides"][0]["setting"] = json!("enabled");
        expected["custom_pattern_overrides"][0]["custom_pattern_version"] = version.clone();
        assert_eq!(api.get(list).body, expected);
        let other = LISTS.into_iter().find(|other| *other != list).unwrap();
        assert_eq!(api.get(other).body, seed());
    }
}

#[test]
fn update_based_on_an_old_version_is_a_conflict_without_effect() {
    for list in LISTS {
        let mut api = api();
        let change = |version: Value| json!({ "pattern_config_version": version, "provider_pattern_settings": provider("GITHUB", "enabled") });
        let second = api.patch(list, &change(json!("first"))).body["pattern_config_version"].clone();
        let before = api.get(list).body;
        for body in [
            change(json!("first")),
            change(json!("")),
            json!({ "custom_pattern_settings": [{ "token_type": "cp_1", "custom_pattern_version": "zero", "push_protection_setting": "enabled" }] }),
            json!({ "custom_pattern_settings": [{ "token_type": "cp_2", "custom_pattern_version": "one" }] }),
        ] {
            api.patch(list, &body).assert_error(409, "The version is not the current one: read it again");
        }
        assert_eq!(api.get(list).body, before);
        for body in [
            change(second),
            change(Value::Null),
            json!({ "provider_pattern_settings": provider("GITHUB", "disabled") }),
            json!({ "custom_pattern_settings": [{ "token_type": "cp_1", "custom_pattern_version": null }] }),
        ] {
            assert_eq!(api.patch(list, &body).status, 200, "{body}");
        }
    }
}

#[test]
fn invalid_update_has_no_effect() {
    for list in LISTS {
        let mut api = api();
        for (body, expected) in [
            (
                json!({ "provider_pattern_settings": provider("NOBODY", "enabled") }),
                &["token_type invalid"] as &[&str],
            ),
            (json!({ "provider_pattern_settings": provider("cp_1", "enabled") }), &["token_type invalid"]),
            (
                json!({
                    "provider_pattern_settings": provider("GITHUB", "enabled"),
                    "custom_pattern_settings": provider("NOBODY", "enabled"),
                }),
                &["token_type invalid"],
            ),
            (
                json!({ "provider_pattern_settings": provider("GITHUB", "on") }),
                &["push_protection_setting invalid"],
            ),
            (
                json!({ "custom_pattern_settings": provider("cp_1", "not-set") }),
                &["push_protection_setting invalid"],
            ),
            (
                json!({ "provider_pattern_settings": [{ "push_protection_setting": "enabled" }] }),
                &["token_type missing_field"],
            ),
            (json!({ "provider_pattern_settings": {} }), &["provider_pattern_settings invalid"]),
            (json!({ "custom_pattern_settings": [1] }), &["custom_pattern_settings invalid"]),
            (json!({ "pattern_config_version": 1 }), &["pattern_config_version invalid"]),
        ] {
            let expected: Vec<String> =
                expected.iter().map(|fault| format!("PatternConfiguration {fault}")).collect();
            assert_eq!(api.patch(list, &body).validation_errors(), expected, "{body}");
        }
        api.send("PATCH", list, "").assert_error(400, "Problems parsing JSON");
        assert_eq!(api.get(list).body, seed());
    }
}

#[test]
fn default_configuration_is_empty_and_has_a_version() {
    let mut api = Api::new();
    api.store.add_enterprise("acme-inc", &["acme".into()]).unwrap();
    for list in LISTS {
        let body = api.get(list).body;
        assert!(body["pattern_config_version"].is_string());
        assert_eq!(
            (&body["provider_pattern_overrides"], &body["custom_pattern_overrides"]),
            (&json!([]), &json!([]))
        );
    }
}
