//! Validation errors, and how the client returns them.

use github_secret_scanning::ErrorKind;
use github_secret_scanning::models::{AlertState, ProviderPatternSetting, Resolution};

use super::{inspected, seeds};

#[tokio::test]
async fn unknown_value_is_reported_by_resource_field_and_code() {
    let github = inspected(seeds::all()).await;
    // Not a value of the description.
    github.expect_fault("request body at \"/resolution\"");
    let alert = github.client().repo("acme", "widgets").unwrap().alert(42);
    let error = alert.resolve(Resolution::from("moved_to_vault")).await.unwrap_err();
    assert_eq!((error.kind(), error.status()), (ErrorKind::Validation, Some(422)));
    let [detail] = error.details() else { panic!("{:?}", error.details()) };
    assert_eq!(detail.resource.as_deref(), Some("SecretScanningAlert"));
    assert_eq!(detail.field.as_deref(), Some("resolution"));
    assert_eq!(detail.code.as_deref(), Some("invalid"));
    assert!(!error.outcome_unknown() && !error.is_retryable());
    assert_eq!(alert.get().await.unwrap().state, Some(AlertState::Open));
}

#[tokio::test]
async fn unknown_filter_value_is_reported() {
    let github = inspected(seeds::all()).await;
    github.expect_fault("query parameter state at");
    let alerts = github.client().repo("acme", "widgets").unwrap().alerts();
    let error = alerts.state(AlertState::from("quarantined")).page().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Validation);
    assert_eq!(error.details()[0].field.as_deref(), Some("state"));
}

#[tokio::test]
async fn missing_pattern_is_reported() {
    let github = inspected(seeds::all()).await;
    let update = github.client().org("acme").unwrap().pattern_configurations().update();
    let error = update.provider_pattern_settings([ProviderPatternSetting::new("NO_SUCH_PATTERN")]).await;
    let error = error.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Validation);
    assert!(error.details().iter().all(|detail| detail.field.is_some() && detail.code.is_some()));
    assert!(!error.details().is_empty());
}

#[tokio::test]
async fn resolving_twice_with_the_same_resolution_is_refused() {
    let github = inspected(seeds::all()).await;
    let alert = github.client().repo("acme", "widgets").unwrap().alert(42);
    alert.resolve(Resolution::Revoked).await.unwrap();
    let error = alert.resolve(Resolution::Revoked).await.unwrap_err();
    assert_eq!((error.kind(), error.status()), (ErrorKind::BadRequest, Some(400)));
}
