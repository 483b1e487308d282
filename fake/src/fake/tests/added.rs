//! Entries that are added while the fake runs.

use super::*;

/// Returns the entries of a list.
async fn listed(fake: &FakeGitHub, list: &str) -> Vec<Value> {
    let path = format!("/repos/acme/widgets/{list}");
    let response = request(fake, Method::GET, &path, Some(TOKEN)).send().await.unwrap();
    assert_eq!(response.status(), 200);
    response.json().await.unwrap()
}

#[tokio::test]
async fn added_entries_are_created_now_by_the_clock_of_the_fake() {
    let fake = FakeGitHub::builder().now(noon()).start().unwrap();
    fake.advance(Duration::from_secs(3_600));
    assert_eq!(fake.add_alert("acme/widgets", Alert::new(0)).unwrap(), 1);
    assert_eq!(fake.add_bypass_request("acme/widgets", SecretBypassRequest::new(0, 0)).unwrap(), 1);
    let push_rule = PushRuleBypassRequest::new(0, 0);
    assert_eq!(fake.add_push_rule_bypass_request("acme/widgets", push_rule).unwrap(), 1);
    let (one, end) = (noon() + TimeDelta::hours(1), noon() + TimeDelta::hours(1 + 7 * 24));
    for (list, last, expected) in [
        ("secret-scanning/alerts", "updated_at", one),
        ("bypass-requests/secret-scanning", "expires_at", end),
        ("bypass-requests/push-rules", "expires_at", end),
    ] {
        let found = listed(&fake, list).await;
        assert_eq!((found.len(), &found[0]["number"]), (1, &json!(1)), "{list}");
        assert_eq!(found[0]["created_at"], json!(one), "{list}");
        assert_eq!(found[0][last], json!(expected), "{list}");
    }
}

#[tokio::test]
async fn added_push_rule_bypass_request_is_listed_with_the_next_number() {
    let first = PushRuleBypassRequest::new(0, 3);
    let builder = FakeGitHub::builder().push_rule_bypass_request("acme/widgets", first);
    let fake = builder.now(noon()).start().unwrap();
    for expected in [4, 5] {
        let number =
            fake.add_push_rule_bypass_request("acme/widgets", PushRuleBypassRequest::new(0, 0)).unwrap();
        assert_eq!(number, expected);
    }
    let numbers: Vec<Value> = listed(&fake, "bypass-requests/push-rules")
        .await
        .into_iter()
        .map(|entry| entry["number"].clone())
        .collect();
    assert_eq!(numbers, [5, 4, 3]);
    assert!(listed(&fake, "bypass-requests/secret-scanning").await.is_empty());
    let wrong = fake.add_push_rule_bypass_request("widgets", PushRuleBypassRequest::new(0, 0));
    assert_eq!(wrong.unwrap_err().kind(), io::ErrorKind::InvalidInput);
}
