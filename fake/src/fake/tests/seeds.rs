//! What the builder refuses, and what its `Debug` contains.

use std::io::ErrorKind;

use github_secret_scanning::models::{AlertState, PatternConfiguration};
use serde_json::json;

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
        (new().raw_properties("acme/widgets", 4, json!({})), ["raw properties of alert 4", "no such alert"]),
        (
            new().alert("acme/widgets", Alert::new(4)).raw_properties("acme/widgets", 4, json!([])),
            ["raw properties of alert 4", "no JSON object"],
        ),
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

#[tokio::test]
async fn raw_properties_replace_those_of_the_model_in_lists_and_reads()
-> Result<(), Box<dyn std::error::Error>> {
    let fake = FakeGitHub::builder()
        .raw_properties("acme/widgets", 1, json!({ "state": 7, "resolution": "quarantined" }))
        .alert("acme/widgets", Alert::new(1))
        .alert("acme/widgets", Alert::new(2))
        .start()?;
    let repo = fake.client()?.repo("acme", "widgets")?;
    let page = repo.alerts().state(AlertState::Open).page().await?;
    assert_eq!(page.items.iter().map(|alert| alert.number.get()).collect::<Vec<_>>(), [2]);
    assert_eq!((page.malformed[0].number(), page.malformed[0].path()), (Some(1), "state"));
    assert_eq!(repo.alert(1).get().await.unwrap_err().decode_path(), Some("state"));
    Ok(())
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
