//! What the builder refuses, and what its `Debug` contains.

use std::io::ErrorKind;

use github_secret_scanning::models::PatternConfiguration;

use super::{Alert, FakeGitHub, Grant, SecretBypassRequest};

#[test]
fn invalid_seed_is_reported_by_start_with_its_reason() {
    let new = FakeGitHub::builder;
    for (builder, parts) in [
        (new().repo("acme"), ["\"acme\"", "owner/name"]),
        (new().repo("acme/widgets/1"), ["\"acme/widgets/1\"", "owner/name"]),
        (new().repo("acme/"), ["\"acme/\"", "1 to 100"]),
        (new().alert("/widgets", Alert::new(1)), ["\"/widgets\"", "1 to 100"]),
        (new().alert("acme/..", Alert::new(1)), ["\"acme/..\"", "neither"]),
        (new().bypass_request("a b/c", SecretBypassRequest::new(1, 1)), ["\"a b/c\"", "repository"]),
        (new().org("acme inc"), ["\"acme inc\"", "organization"]),
        (new().enterprise("acme/inc", ["acme"]), ["\"acme/inc\"", "enterprise"]),
        (new().enterprise("acme-inc", ["a\u{e9}"]), ["\"a\u{e9}\"", "organization"]),
        (new().org_pattern_configuration("", PatternConfiguration::default()), ["\"\"", "organization"]),
        (new().locations("acme/widgets", 4, []), ["alert 4 of acme/widgets", "no such alert"]),
    ] {
        let error = builder.repo("fine/too").start().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidInput, "{error}");
        let text = error.to_string();
        assert!(parts.iter().all(|part| text.contains(part)), "{text}");
    }
}

#[test]
fn locations_can_be_seeded_before_their_alert() {
    assert!(
        FakeGitHub::builder()
            .locations("acme/widgets", 1, [])
            .alert("acme/widgets", Alert::new(1))
            .start()
            .is_ok()
    );
}

#[test]
fn debug_of_a_builder_contains_no_tokens_and_secrets() {
    let mut secret = Alert::new(1);
    secret.secret = Some("hunter2".into());
    let builder =
        FakeGitHub::builder().token("ghp_planted", Grant::everything("mona")).alert("acme/widgets", secret);
    let text = format!("{builder:?} {builder:#?}");
    assert!(text.contains("tokens: 2"), "{text}");
    assert!(!text.contains("planted") && !text.contains("hunter2"), "{text}");
}
