//! Changes of a pattern configuration by a closure, and their conflicts.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use futures_util::future::BoxFuture;
use github_secret_scanning::models::{PatternConfiguration, PatternOverride, PushProtectionSetting};
use github_secret_scanning::{Error, ErrorKind, Retry};
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

use crate::support::{Reply, Request, Server, builder, enterprise, org};

/// Returns two patterns of GitHub and two custom ones, the last one without a version.
fn configuration(version: &Value) -> Value {
    json!({
        "pattern_config_version": version,
        "provider_pattern_overrides": [
            { "token_type": "GITHUB", "alert_total": 15, "setting": "enabled" },
            { "token_type": "SLACK", "default_setting": "disabled" },
        ],
        "custom_pattern_overrides": [
            { "token_type": "cp_1", "custom_pattern_version": "c1", "setting": "not-set" },
            { "token_type": "cp_2", "setting": "disabled" },
        ],
    })
}

/// Starts a server that responds to a read with `configuration` at `v1`, and to a write with `reply`.
fn serving(reply: Reply) -> Server {
    let read = Reply::ok(&configuration(&json!("v1")));
    Server::start(move |received| if received.method == "GET" { read.clone() } else { reply.clone() })
}

fn changed_to(version: &str) -> Reply {
    Reply::ok(&json!({ "pattern_config_version": version }))
}

fn conflict() -> Reply {
    Reply::json(409, &json!({ "message": "version mismatch" }))
}

fn providers(current: &mut PatternConfiguration) -> &mut Vec<PatternOverride> {
    current.provider_pattern_overrides.as_mut().unwrap()
}

fn customs(current: &mut PatternConfiguration) -> &mut Vec<PatternOverride> {
    current.custom_pattern_overrides.as_mut().unwrap()
}

fn disable_github(current: &mut PatternConfiguration) {
    providers(current)[0].setting = Some(PushProtectionSetting::Disabled);
}

fn methods(received: &[Request]) -> Vec<&str> {
    received.iter().map(|received| received.method.as_str()).collect()
}

#[tokio::test]
async fn only_changes_are_sent_with_both_versions() {
    let server = serving(changed_to("v2"));
    server.expect_fault("/push_protection_setting");
    fn edit(current: &mut PatternConfiguration) {
        providers(current)[1].setting = Some(PushProtectionSetting::from("audit"));
        for custom in customs(current) {
            custom.setting = Some(PushProtectionSetting::Enabled);
        }
    }
    let of_org = org(&server).pattern_configurations().change(edit).await.unwrap();
    let of_enterprise = enterprise(&server).pattern_configurations().change(edit).await.unwrap();

    let received = server.received();
    assert_eq!(methods(&received), ["GET", "PATCH", "GET", "PATCH"]);
    assert_eq!(received[1].path(), "/orgs/acme/secret-scanning/pattern-configurations");
    assert_eq!(received[3].path(), "/enterprises/acme-inc/secret-scanning/pattern-configurations");
    let enabled = |token_type: &str, version: Value| {
        json!({
            "token_type": token_type, "custom_pattern_version": version, "push_protection_setting": "enabled",
        })
    };
    let body = json!({
        "pattern_config_version": "v1",
        "provider_pattern_settings": [{ "token_type": "SLACK", "push_protection_setting": "audit" }],
        "custom_pattern_settings": [enabled("cp_1", json!("c1")), enabled("cp_2", json!(null))],
    });
    assert_eq!((received[1].json(), received[3].json()), (body.clone(), body));
    for mut now in [of_org, of_enterprise] {
        assert_eq!(now.pattern_config_version.as_deref(), Some("v2"));
        assert_eq!(providers(&mut now)[0].alert_total, Some(15));
        assert_eq!(customs(&mut now)[1].setting, Some(PushProtectionSetting::Enabled));
    }
}

#[tokio::test]
async fn null_is_sent_if_the_server_has_no_version() {
    let read = Reply::ok(&configuration(&json!(null)));
    let server = Server::script([read, Reply::ok(&json!({}))]);
    let now = org(&server).pattern_configurations().change(disable_github).await.unwrap();
    assert_eq!(now.pattern_config_version, None);
    let body = json!({
        "pattern_config_version": null,
        "provider_pattern_settings": [{ "token_type": "GITHUB", "push_protection_setting": "disabled" }],
    });
    assert_eq!(server.received()[1].json(), body);
}

#[tokio::test]
async fn nothing_is_sent_without_changes() {
    let server = serving(changed_to("v2"));
    // The current values; `not-set` is the default.
    let change = org(&server).pattern_configurations().change(|current| {
        providers(current)[0].setting = Some(PushProtectionSetting::Enabled);
        customs(current)[0].setting = Some(PushProtectionSetting::NotSet);
    });
    let now = change.await.unwrap();
    assert_eq!(now.pattern_config_version.as_deref(), Some("v1"));
    assert_eq!(server.only().method, "GET");
}

#[tokio::test]
async fn closure_gets_the_current_configuration_after_a_conflict() {
    let mut theirs = configuration(&json!("v2"));
    theirs["provider_pattern_overrides"][0]["setting"] = json!("not-set");
    let replies = [Reply::ok(&configuration(&json!("v1"))), conflict(), Reply::ok(&theirs), changed_to("v3")];
    let server = Server::script(replies);
    // The closure can borrow.
    let mut seen = Vec::new();
    let change = org(&server).pattern_configurations().change(|current| {
        seen.push((current.pattern_config_version.clone(), providers(current)[0].setting.clone()));
        disable_github(current);
    });
    let now = change.await.unwrap();
    let expected = [("v1", PushProtectionSetting::Enabled), ("v2", PushProtectionSetting::NotSet)];
    assert_eq!(seen, expected.map(|(version, setting)| (Some(version.to_owned()), Some(setting))));
    assert_eq!(now.pattern_config_version.as_deref(), Some("v3"));
    assert_eq!(server.received()[3].json()["pattern_config_version"], "v2");
}

#[tokio::test]
async fn fifth_conflict_is_an_error() {
    let server = serving(conflict());
    let mut calls = 0;
    let change = enterprise(&server).pattern_configurations().change(|current| {
        calls += 1;
        disable_github(current);
    });
    let error = change.await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Conflict);
    assert_eq!((error.message(), error.outcome_unknown()), (Some("version mismatch"), false));
    assert_eq!((calls, server.received().len()), (5, 10));
}

#[tokio::test]
async fn change_of_anything_but_a_setting_is_refused_and_not_sent() {
    type Edit = fn(&mut PatternConfiguration);
    let edits: [(&str, Edit); 12] = [
        ("the version", |current| current.pattern_config_version = None),
        ("another version", |current| current.pattern_config_version = Some("v9".into())),
        ("a name", |current| providers(current)[0].display_name = Some("x".into())),
        ("a number", |current| customs(current)[0].alert_total = Some(1)),
        ("a pattern's version", |current| customs(current)[0].custom_pattern_version = None),
        ("an added entry", |current| providers(current).push(PatternOverride::new("NEW"))),
        ("a removed entry", |current| drop(customs(current).pop())),
        ("a moved entry", |current| providers(current).swap(0, 1)),
        ("a removed list", |current| current.custom_pattern_overrides = None),
        ("an emptied list", |current| providers(current).clear()),
        ("no setting", |current| providers(current)[0].setting = None),
        ("a custom one at not-set", |current| {
            customs(current)[1].setting = Some(PushProtectionSetting::NotSet);
        }),
    ];
    for (what, edit) in edits {
        let server = serving(changed_to("v2"));
        let edit = |current: &mut PatternConfiguration| {
            // Together with a valid change.
            customs(current)[0].setting = Some(PushProtectionSetting::Enabled);
            edit(current);
        };
        let error = org(&server).pattern_configurations().change(edit).await.unwrap_err();
        assert_eq!((error.kind(), error.argument()), (ErrorKind::InvalidArgument, Some("edit")), "{what}");
        assert_eq!(error.operation(), Some("secret-scanning/update-org-pattern-configs"));
        assert_eq!(server.only().method, "GET", "{what}");
    }
}

#[tokio::test]
async fn missing_list_is_valid_and_cannot_be_added() {
    let read = Reply::ok(&json!({ "pattern_config_version": "v1", "provider_pattern_overrides": null }));
    let server = Server::start(move |_| read.clone());
    let configurations = org(&server).pattern_configurations();
    assert!(configurations.change(|_| ()).await.is_ok());
    let added = configurations.change(|current| current.provider_pattern_overrides = Some(Vec::new()));
    assert_eq!(added.await.unwrap_err().argument(), Some("edit"));
}

#[tokio::test]
async fn other_errors_are_not_retried() {
    let server = Server::script([Reply::status(403)]);
    let mut called = false;
    let configurations = org(&server).pattern_configurations();
    let error = configurations.change(|_| called = true).await.unwrap_err();
    assert_eq!((error.kind(), called), (ErrorKind::Forbidden, false));

    let server = serving(Reply::status(422));
    let error = org(&server).pattern_configurations().change(disable_github).await.unwrap_err();
    assert_eq!((error.kind(), server.received().len()), (ErrorKind::Validation, 2));
}

/// Starts a server that closes the connection after it received a write, and counts the writes.
async fn closing_on_writes() -> (String, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let writes = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&writes);
    tokio::spawn(async move {
        while let Ok((mut connection, _)) = listener.accept().await {
            let (mut request, mut buffer) = (Vec::new(), [0; 4096]);
            while !(request.ends_with(b"\r\n\r\n") || request.ends_with(b"}")) {
                let read = connection.read(&mut buffer).await.unwrap();
                request.extend_from_slice(&buffer[..read]);
            }
            if request.starts_with(b"PATCH") {
                counted.fetch_add(1, Ordering::SeqCst);
                continue;
            }
            let body = configuration(&json!("v1")).to_string();
            let head =
                format!("HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: {}\r\n\r\n", body.len());
            connection.write_all((head + &body).as_bytes()).await.unwrap();
        }
    });
    (url, writes)
}

#[tokio::test]
async fn write_is_not_retried_when_outcome_is_unknown() {
    let (url, writes) = closing_on_writes().await;
    let client = builder().base_url(url).retry(Retry::default()).build().unwrap();
    let configurations = client.org("acme").unwrap().pattern_configurations();
    let error = configurations.change(disable_github).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Transport);
    assert!(error.outcome_unknown() && !error.is_retryable());
    assert_eq!(writes.load(Ordering::SeqCst), 1);
}

#[tokio::test]
async fn future_is_send_and_outlives_its_scope() {
    let server = serving(changed_to("v2"));
    let change: BoxFuture<'static, Result<PatternConfiguration, Error>> =
        org(&server).pattern_configurations().change(disable_github);
    assert!(server.received().is_empty(), "nothing is sent before it is polled");
    assert!(tokio::spawn(change).await.unwrap().is_ok());
}
