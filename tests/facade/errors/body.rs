//! The body of an error response, and what of it an error contains.

use github_secret_scanning::ErrorKind;
use serde_json::json;

use super::{assert_one_line, on_read, on_write};
use crate::support::{Reply, TOKEN};

#[tokio::test]
async fn error_has_message_documentation_url_and_request_id() {
    let body = json!({
        "message": "Not Found",
        "documentation_url": "https://docs.github.com/rest/secret-scanning",
        "status": "404",
    });
    let error = on_read(Reply::json(404, &body).header("x-github-request-id", "C0DE:1A2B:3")).await;
    assert_eq!(error.message(), Some("Not Found"));
    assert_eq!(error.documentation_url(), Some("https://docs.github.com/rest/secret-scanning"));
    assert_eq!(error.request_id(), Some("C0DE:1A2B:3"));
    let line = error.to_string();
    assert!(line.contains("Not Found") && line.contains("C0DE:1A2B:3"), "{line}");
}

#[tokio::test]
async fn details_can_be_texts_and_objects() {
    let body = json!({
        "message": "Validation Failed",
        "errors": [
            "State does not match the resolution",
            { "resource": "Alert", "field": "resolution", "code": "missing", "message": "is needed" },
            { "field": "state", "code": "invalid", "value": "not-to-be-shown" },
        ],
    });
    let error = on_write(Reply::json(422, &body)).await;
    assert_eq!(error.kind(), ErrorKind::Validation);
    let details = error.details();
    assert_eq!(details.len(), 3);
    assert_eq!(details[0].message.as_deref(), Some("State does not match the resolution"));
    assert_eq!(details[1].resource.as_deref(), Some("Alert"));
    assert_eq!(details[1].field.as_deref(), Some("resolution"));
    assert_eq!(details[1].code.as_deref(), Some("missing"));
    assert_eq!(details[1].message.as_deref(), Some("is needed"));
    assert_eq!(details[2].field.as_deref(), Some("state"));
    let line = error.to_string();
    assert!(line.contains("State does not match") && line.contains("resolution missing"), "{line}");
    assert!(!format!("{error} {error:?}").contains("not-to-be-shown"));
    assert_one_line(&error);
}

#[tokio::test]
async fn single_detail_counts_as_a_list_of_one() {
    let error = on_write(Reply::json(422, &json!({ "message": "No", "errors": "too long" }))).await;
    assert_eq!(error.details().len(), 1);
    assert_eq!(error.details()[0].message.as_deref(), Some("too long"));
}

#[tokio::test]
async fn message_is_one_line_of_bounded_length() {
    let body = json!({
        "message": format!("first\r\nsecond\u{1b}[31m\u{202e} {}", "x".repeat(9_000)),
        "documentation_url": "https://d/\n".repeat(100),
        "errors": vec![json!({ "message": "y\n".repeat(200), "field": "z".repeat(300) }); 50],
    });
    let error = on_read(Reply::json(400, &body)).await;
    assert_one_line(&error);
    let line = error.to_string();
    assert!(line.chars().count() < 3_000, "{}", line.chars().count());
    assert!(!line.contains(['\u{1b}', '\u{202e}']), "{line:?}");
    assert!(format!("{error:?}").chars().count() < 30_000);
    assert!(error.message().unwrap().starts_with("first"));
}

#[tokio::test]
async fn error_with_a_very_long_message_keeps_its_status() {
    let body = json!({ "message": "x".repeat(2_000_000) });
    let error = on_read(Reply::json(503, &body)).await;
    assert_eq!((error.kind(), error.status()), (ErrorKind::Server, Some(503)));
}

#[tokio::test]
async fn token_in_a_message_is_masked() {
    let body = json!({
        "message": format!("Bad credentials: Bearer {TOKEN}, and ghp_0123456789abcdef"),
        "documentation_url": format!("https://docs.github.com/?token={TOKEN}"),
        "errors": [TOKEN, { "message": TOKEN, "field": TOKEN, "code": TOKEN, "resource": TOKEN }],
    });
    let error = on_read(Reply::json(401, &body)).await;
    let shown = format!("{error} {error:?} {error:#?} {:?} {:?}", error.message(), error.details());
    assert!(error.message().unwrap().starts_with("Bad credentials"));
    assert!(!shown.contains(TOKEN), "{shown}");
    assert!(!shown.contains("ghp_0123"), "{shown}");
}
