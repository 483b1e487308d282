//! ETags and conditional requests.

use github_secret_scanning::IfChanged;

use super::*;

#[tokio::test]
async fn unchanged_alert_is_a_304_that_does_not_count() {
    let fake = builder().start().unwrap();
    let alert = fake.client().unwrap().repo("acme", "widgets").unwrap().alert(42);
    let changed = alert.get().send_if_changed(None).await.unwrap();
    let IfChanged::Changed { etag: Some(etag), .. } = changed else { panic!("no ETag: {changed:?}") };
    assert!(etag.as_str().starts_with("W/\""));
    assert_eq!(alert.get().send_if_changed(Some(&etag)).await.unwrap(), IfChanged::Unchanged);

    let again = request(&fake, Method::GET, PATH, Some(TOKEN)).header("if-none-match", etag.as_str());
    let response = again.send().await.unwrap();
    assert_eq!((response.status().as_u16(), header(&response, "etag")), (304, Some(etag.as_str())));
    assert_eq!(header(&response, "x-ratelimit-remaining"), Some("4999"));
    assert!(response.bytes().await.unwrap().is_empty());

    alert.resolve(Resolution::Revoked).send().await.unwrap();
    let changed = alert.get().send_if_changed(Some(&etag)).await.unwrap();
    assert!(matches!(changed, IfChanged::Changed { value, .. } if value.state == Some(AlertState::Resolved)));
}

#[tokio::test]
async fn client_with_a_cache_revalidates() {
    let fake = builder().start().unwrap();
    let client = fake.client_builder().cache(1 << 20).build().unwrap();
    let first = read(&client).await.unwrap();
    assert_eq!(read(&client).await.unwrap(), first);
    let statuses: Vec<_> = fake.received().iter().map(|received| received.status).collect();
    assert_eq!(statuses, [Some(200), Some(304)]);
}

#[tokio::test]
async fn only_successful_reads_have_an_etag() {
    let fake = builder().start().unwrap();
    let body = r#"{"state":"resolved","resolution":"revoked"}"#;
    let written = request(&fake, Method::PATCH, PATH, Some(TOKEN)).header("if-none-match", "*").body(body);
    let missing =
        request(&fake, Method::GET, &PATH.replace("42", "43"), Some(TOKEN)).header("if-none-match", "*");
    for (request, status) in [(written, 200), (missing, 404)] {
        let response = request.send().await.unwrap();
        assert_eq!((response.status().as_u16(), header(&response, "etag")), (status, None));
    }
}
