//! Valid responses: models, pages and links.

use github_secret_scanning::models::{Alert, FirstDetectedLocation, Location};
use github_secret_scanning::{Exposed, Secret};
use serde_json::{Value, json};

use super::{PLANTED, assert_error_hides, assert_hides, debugged};
use crate::support::{Reply, Server, fixture, repo};

/// Returns an alert with all properties and the planted secret.
fn full_alert() -> Value {
    let mut alert = fixture::read("alerts/full");
    alert["secret"] = json!(PLANTED);
    alert
}

#[tokio::test]
async fn debug_of_an_alert_hides_its_secret() {
    let server = Server::script([Reply::ok(&full_alert())]);
    let alert = repo(&server).alert(42).get().await.unwrap();
    assert_hides(&debugged(&alert), PLANTED);
    assert_hides(&debugged(&Some(vec![alert.clone()])), PLANTED);
    assert_eq!(alert.secret.as_ref().and_then(Secret::expose), Some(PLANTED));
}

#[tokio::test]
async fn serialised_alert_has_no_secret_unless_exposed() {
    let server = Server::script([Reply::ok(&full_alert())]);
    let alert = repo(&server).alert(42).get().await.unwrap();
    for json in [
        serde_json::to_string(&alert).unwrap(),
        serde_json::to_string_pretty(&[&alert]).unwrap(),
        serde_json::to_value(&alert).unwrap().to_string(),
        String::from_utf8(serde_json::to_vec(&Some(&alert)).unwrap()).unwrap(),
    ] {
        assert_hides(&json, PLANTED);
        assert!(json.contains("[redacted]"), "{json}");
    }
    let exposed = serde_json::to_value(Exposed(&alert)).unwrap();
    assert_eq!(exposed["secret"], PLANTED);
    assert_hides(&debugged(&Exposed(&alert)), PLANTED);
    assert_hides(&serde_json::to_string(&alert).unwrap(), PLANTED);
}

#[test]
fn stored_alert_reads_back_with_a_redacted_secret() {
    let alert: Alert = serde_json::from_value(full_alert()).unwrap();
    let restored: Alert = serde_json::from_str(&serde_json::to_string(&alert).unwrap()).unwrap();
    assert_eq!(restored.secret.as_ref().map(Secret::is_redacted), Some(true));
    assert_eq!(restored.secret.as_ref().and_then(Secret::expose), None);
    assert_ne!(restored, alert);
}

#[tokio::test]
async fn debug_of_a_page_hides_secrets() {
    let list = json!([full_alert(), { "number": PLANTED, "secret": PLANTED }, full_alert()]);
    let server = Server::start(move |_| Reply::ok(&list));
    let page = repo(&server).alerts().page().await.unwrap();
    assert_eq!((page.items.len(), page.malformed.len()), (2, 1));
    assert_hides(&debugged(&page), PLANTED);
    assert_hides(&debugged(&page.malformed), PLANTED);
    let mut pages = repo(&server).alerts().pages();
    pages.try_next().await.unwrap();
    assert_hides(&debugged(&pages), PLANTED);
}

#[test]
fn debug_of_an_unknown_kind_hides_its_values() {
    let payload = json!({ "type": "gist", "details": { "text": PLANTED }, "note": PLANTED });
    let location: Location = serde_json::from_value(payload).unwrap();
    assert!(matches!(location, Location::Other(_)));
    assert_hides(&debugged(&location), PLANTED);
    let first: FirstDetectedLocation = serde_json::from_value(json!({ "text": PLANTED })).unwrap();
    assert_hides(&debugged(&first), PLANTED);
}

#[tokio::test]
async fn pages_streams_and_tokens_contain_no_text_of_a_link() {
    let link = format!(
        "<https://user:{PLANTED}@{PLANTED}.example/{PLANTED}?access_token={PLANTED}&page=2&per_page=9#{PLANTED}>; \
         rel=\"next\"; title=\"{PLANTED}\", <https://h/{PLANTED}?page=3&x={PLANTED}>; rel=\"last\""
    );
    let reply = move || Reply::ok(&json!([{ "number": 1 }])).header("link", &link);
    let server = Server::start(move |_| reply());
    let page = repo(&server).alerts().page().await.unwrap();
    assert_hides(&debugged(&page), PLANTED);
    assert_hides(&page.next.unwrap().to_string(), PLANTED);
    let mut items = repo(&server).alerts().stream();
    items.try_next().await.unwrap();
    assert_hides(&debugged(&items), PLANTED);
    assert_hides(&items.resume().unwrap().to_string(), PLANTED);
    items.try_next().await.unwrap();
    // The link of the second page leads to itself.
    assert_error_hides(&items.try_next().await.unwrap_err(), PLANTED);
}

#[tokio::test]
async fn error_contains_no_text_of_an_invalid_link() {
    let link = format!("<https://h/?page={PLANTED}>; rel=\"next\"");
    let server = Server::start(move |_| Reply::ok(&json!([])).header("link", &link));
    assert_error_hides(&repo(&server).alerts().page().await.unwrap_err(), PLANTED);
}
