//! What comes from the server and decodes: models, pages, and what hides in a header.

use github_secret_scanning::models::{Alert, FirstDetectedLocation, Location};
use github_secret_scanning::{Secret, expose_secrets};
use serde_json::{Value, json};

use super::{PLANTED, assert_error_hides, assert_hides, debugged};
use crate::support::{Answer, Server, fixture, repo};

/// An alert with every property, and the planted secret.
fn full_alert() -> Value {
    let mut alert = fixture::read("alerts/full");
    alert["secret"] = json!(PLANTED);
    alert
}

#[tokio::test]
async fn an_alert_shows_its_secret_to_those_alone_who_ask_for_it() {
    let server = Server::script([Answer::ok(&full_alert())]).await;
    let alert = repo(&server).alert(42).get().await.unwrap();
    assert_hides(&debugged(&alert), PLANTED);
    assert_hides(&debugged(&Some(vec![alert.clone()])), PLANTED);
    assert_eq!(alert.secret.as_ref().map(Secret::expose), Some(PLANTED));
}

#[tokio::test]
async fn an_alert_is_written_out_without_its_secret_unless_that_is_asked_for() {
    let server = Server::script([Answer::ok(&full_alert())]).await;
    let alert = repo(&server).alert(42).get().await.unwrap();
    for written in [
        serde_json::to_string(&alert).unwrap(),
        serde_json::to_string_pretty(&[&alert]).unwrap(),
        serde_json::to_value(&alert).unwrap().to_string(),
        String::from_utf8(serde_json::to_vec(&Some(&alert)).unwrap()).unwrap(),
    ] {
        assert_hides(&written, PLANTED);
        assert!(written.contains("[redacted]"), "{written}");
    }
    let exposed = expose_secrets(|| serde_json::to_value(&alert)).unwrap();
    assert_eq!(exposed["secret"], PLANTED);
    assert_hides(&serde_json::to_string(&alert).unwrap(), PLANTED);
}

#[tokio::test]
async fn a_secret_stays_hidden_on_every_other_task_while_one_task_writes_it() {
    let alert: Alert = serde_json::from_value(full_alert()).unwrap();
    let elsewhere = alert.clone();
    let written = expose_secrets(|| {
        std::thread::spawn(move || serde_json::to_string(&elsewhere).unwrap()).join().unwrap()
    });
    assert_hides(&written, PLANTED);
}

#[tokio::test]
async fn a_page_shows_none_of_its_secrets() {
    let list = json!([full_alert(), { "number": PLANTED, "secret": PLANTED }, full_alert()]);
    let server = Server::start(move |_| Answer::ok(&list)).await;
    let page = repo(&server).alerts().page().await.unwrap();
    assert_eq!((page.items.len(), page.malformed.len()), (2, 1));
    assert_hides(&debugged(&page), PLANTED);
    assert_hides(&debugged(&page.malformed), PLANTED);
    let mut pages = repo(&server).alerts().pages();
    pages.try_next().await.unwrap();
    assert_hides(&debugged(&pages), PLANTED);
}

#[test]
fn an_unknown_kind_shows_the_names_of_its_properties_and_no_value() {
    let payload = json!({ "type": "gist", "details": { "text": PLANTED }, "note": PLANTED });
    let location: Location = serde_json::from_value(payload).unwrap();
    assert!(matches!(location, Location::Other(_)));
    assert_hides(&debugged(&location), PLANTED);
    let first: FirstDetectedLocation = serde_json::from_value(json!({ "text": PLANTED })).unwrap();
    assert_hides(&debugged(&first), PLANTED);
}

#[tokio::test]
async fn what_hides_in_a_link_is_in_no_page_no_walk_and_no_place() {
    let link = format!(
        "<https://user:{PLANTED}@{PLANTED}.example/{PLANTED}?access_token={PLANTED}&page=2&per_page=9#{PLANTED}>; \
         rel=\"next\"; title=\"{PLANTED}\", <https://h/{PLANTED}?page=3&x={PLANTED}>; rel=\"last\""
    );
    let answer = move || Answer::ok(&json!([{ "number": 1 }])).header("link", &link);
    let server = Server::start(move |_| answer()).await;
    let page = repo(&server).alerts().page().await.unwrap();
    assert_hides(&debugged(&page), PLANTED);
    assert_hides(&page.next.unwrap().to_string(), PLANTED);
    let mut items = repo(&server).alerts().stream();
    items.try_next().await.unwrap();
    assert_hides(&debugged(&items), PLANTED);
    assert_hides(&items.resume().unwrap().to_string(), PLANTED);
    items.try_next().await.unwrap();
    // The third page is named as the second once more.
    assert_error_hides(&items.try_next().await.unwrap_err(), PLANTED);
}

#[tokio::test]
async fn a_link_that_names_no_place_is_not_repeated() {
    let link = format!("<https://h/?page={PLANTED}>; rel=\"next\"");
    let server = Server::start(move |_| Answer::ok(&json!([])).header("link", &link)).await;
    assert_error_hides(&repo(&server).alerts().page().await.unwrap_err(), PLANTED);
}
