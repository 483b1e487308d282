//! Bypass requests of both kinds: their lists, reviews, and dismissals.

use chrono::TimeDelta;
use github_secret_scanning_generated::types::{
    Actor, BypassRequestStatus, BypassResponse, PushRuleBypassRequest, SecretBypassRequest,
};
use serde_json::{Value, json};

use super::{BASE_URL, Fake, REPO, at};

const LISTS: [&str; 3] = [
    "/repos/acme/widgets/bypass-requests/secret-scanning",
    "/repos/acme/widgets/bypass-requests/push-rules",
    "/orgs/acme/bypass-requests/secret-scanning",
];
const ONE: &str = "/repos/acme/widgets/bypass-requests/secret-scanning/1";
const ONE_OF_PUSH_RULES: &str = "/repos/acme/widgets/bypass-requests/push-rules/1";

/// What a test cares for of a request, of either kind.
#[derive(Default)]
struct Seed {
    hours_ago: i64,
    status: &'static str,
    requester: &'static str,
    reviewer: &'static str,
}

impl Fake {
    /// The same request in both kinds of list; gives its number.
    fn ask_for_bypass(&mut self, repo: &str, seed: &Seed) -> u64 {
        let created_at = Some(self.now - TimeDelta::hours(seed.hours_ago));
        let status = Some(seed.status).filter(|status| !status.is_empty()).map(BypassRequestStatus::from);
        let responses = Some(seed.reviewer).filter(|login| !login.is_empty()).map(|login| {
            let mut response = BypassResponse::new(0);
            response.reviewer = Some(actor(login));
            vec![response]
        });
        let requester = Some(seed.requester).filter(|login| !login.is_empty()).map(actor);
        let mut secret = SecretBypassRequest::new(0, 0);
        (secret.created_at, secret.status) = (created_at, status.clone());
        (secret.requester, secret.responses) = (requester.clone(), responses.clone());
        let mut push_rule = PushRuleBypassRequest::new(0, 0);
        (push_rule.created_at, push_rule.status) = (created_at, status);
        (push_rule.requester, push_rule.responses) = (requester, responses);
        self.world.add_request(self.now, repo, push_rule).unwrap();
        self.world.add_request(self.now, repo, secret).unwrap()
    }

    fn with_requests(seeds: impl IntoIterator<Item = Seed>) -> Self {
        let mut fake = Self::new();
        for seed in seeds {
            fake.ask_for_bypass(REPO, &seed);
        }
        fake
    }
}

fn actor(login: &str) -> Actor {
    let mut actor = Actor::default();
    actor.actor_name = Some(login.into());
    actor
}

fn review(status: &str) -> Value {
    json!({ "status": status, "message": "seen" })
}

#[test]
fn lists_look_back_one_day_unless_told_otherwise_and_show_the_newest_first() {
    let seed = |hours_ago| Seed { hours_ago, ..Seed::default() };
    let mut fake =
        Fake::with_requests([seed(0), seed(1), seed(2), seed(24), seed(25), seed(24 * 8), seed(24 * 40)]);
    for list in LISTS {
        for (query, expected) in [
            ("", &[1_u64, 2, 3, 4] as &[u64]),
            ("time_period=hour", &[1, 2]),
            ("time_period=day", &[1, 2, 3, 4]),
            ("time_period=week", &[1, 2, 3, 4, 5]),
            ("time_period=month", &[1, 2, 3, 4, 5, 6]),
        ] {
            assert_eq!(fake.numbers(&format!("{list}?{query}")), expected, "{list} {query}");
        }
    }
    fake.now += TimeDelta::hours(23);
    assert_eq!(fake.numbers(LISTS[0]), [1, 2], "by the clock of the fake");
}

#[test]
fn each_filter_keeps_what_it_names() {
    let seed = |status, requester, reviewer| Seed { hours_ago: 0, status, requester, reviewer };
    let statuses = ["open", "pending", "approved", "denied", "cancelled", "completed", "expired", "deleted"];
    let mut fake = Fake::with_requests(statuses.map(|status| seed(status, "hubot", "")));
    fake.ask_for_bypass(REPO, &seed("open", "Mona", "Reviewer"));
    for list in LISTS {
        for (query, expected) in [
            ("", &[9_u64, 8, 7, 6, 5, 4, 3, 2, 1] as &[u64]),
            ("request_status=all", &[9, 8, 7, 6, 5, 4, 3, 2, 1]),
            ("request_status=open", &[9, 2, 1]),
            ("request_status=approved", &[3]),
            ("request_status=denied", &[4]),
            ("request_status=cancelled", &[5]),
            ("request_status=completed", &[6]),
            ("request_status=expired", &[7]),
            ("request_status=deleted", &[8]),
            ("requester=mona", &[9]),
            ("requester=nobody", &[]),
            ("reviewer=reviewer", &[9]),
            ("reviewer=mona", &[]),
            ("request_status=open&requester=hubot", &[2, 1]),
            ("repository_name=WIDGETS", &[9, 8, 7, 6, 5, 4, 3, 2, 1]),
        ] {
            assert_eq!(fake.numbers(&format!("{list}?{query}")), expected, "{list} {query}");
        }
        for (query, field) in [
            ("time_period=year", "time_period"),
            ("request_status=pending", "request_status"),
            ("page=x", "page"),
            ("per_page=0", "per_page"),
        ] {
            assert_eq!(
                fake.get(&format!("{list}?{query}")).faults(),
                [format!("ExemptionRequest {field} invalid")],
                "{list}"
            );
        }
    }
}

#[test]
fn the_list_of_an_organization_spans_its_repositories_or_the_one_that_is_named() {
    let mut fake = Fake::with_requests([Seed::default()]);
    fake.ask_for_bypass("acme/gadgets", &Seed { hours_ago: 1, ..Seed::default() });
    fake.ask_for_bypass("other/thing", &Seed::default());
    let names = |fake: &mut Fake, query: &str| {
        let body = fake.get(&format!("{}?{query}", LISTS[2])).body;
        let entries = body.as_array().unwrap().iter();
        entries.map(|entry| entry["repository"]["full_name"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(names(&mut fake, ""), ["acme/widgets", "acme/gadgets"]);
    assert_eq!(names(&mut fake, "repository_name=Gadgets"), ["acme/gadgets"]);
    assert!(names(&mut fake, "repository_name=thing").is_empty());
}

#[test]
fn lists_go_by_page_numbers() {
    let mut fake = Fake::with_requests((0..5).map(|_| Seed::default()));
    for list in LISTS {
        let first = fake.get(&format!("{list}?per_page=2&request_status=open"));
        assert_eq!(first.numbers(), [5, 4], "{list}");
        assert_eq!(
            first.link("last").as_deref(),
            Some(&*format!("{list}?per_page=2&request_status=open&page=3"))
        );
        let second = fake.get(&first.link("next").unwrap());
        assert_eq!(second.numbers(), [3, 2], "{list}");
        assert_eq!(fake.numbers(&second.link("next").unwrap()), [1], "{list}");
    }
}

#[test]
fn a_review_decides_and_leaves_a_response_that_its_receipt_names() {
    for (action, decided, answered) in [("approve", "approved", "approved"), ("reject", "denied", "denied")] {
        let mut fake = Fake::with_requests([Seed { status: "pending", ..Seed::default() }]);
        fake.now += TimeDelta::hours(1);
        let receipt = fake.patch(ONE, &review(action));
        assert_eq!(receipt.status, 200, "{}", receipt.body);
        let shown = fake.get(ONE).body;
        assert_eq!(shown["status"], decided);
        let [response] = shown["responses"].as_array().unwrap().as_slice() else { panic!("{shown}") };
        assert_eq!(response["id"], receipt.body["bypass_review_id"]);
        assert_eq!((&response["status"], &response["created_at"]), (&json!(answered), &json!(at(13))));
        assert_eq!(response["reviewer"]["actor_name"], "octocat");
        assert_eq!(fake.numbers(&format!("{}?reviewer=octocat", LISTS[0])), [1]);
        assert_eq!(fake.patch(ONE, &review("approve")).faults(), ["ExemptionRequest status invalid"]);
        assert_eq!(fake.get(ONE).body, shown, "the second review changed nothing");
        assert_eq!(fake.get(ONE_OF_PUSH_RULES).body["status"], "pending", "of the other kind");
    }
}

#[test]
fn a_review_that_is_wrong_is_refused_and_changes_nothing() {
    let mut fake = Fake::with_requests([Seed::default()]);
    let message = |length| json!({ "status": "approve", "message": "é".repeat(length) });
    for (body, expected) in [
        (json!({}), &["status missing_field", "message missing_field"] as &[&str]),
        (json!({ "status": "approve" }), &["message missing_field"]),
        (json!({ "message": "x" }), &["status missing_field"]),
        (json!({ "status": "deny", "message": "x" }), &["status invalid"]),
        (json!({ "status": null, "message": null }), &["status invalid", "message invalid"]),
        (message(0), &["message invalid"]),
        (message(2049), &["message invalid"]),
    ] {
        let expected: Vec<String> =
            expected.iter().map(|fault| format!("ExemptionResponse {fault}")).collect();
        assert_eq!(fake.patch(ONE, &body).faults(), expected, "{body}");
    }
    fake.ask("PATCH", ONE, "approve").is_refused(400, "Problems parsing JSON");
    assert_eq!(fake.get(ONE).body["status"], "open");
    assert_eq!(fake.patch(ONE, &message(2048)).status, 200);
}

#[test]
fn a_dismissed_response_no_longer_counts_and_its_request_is_open_again() {
    let mut fake = Fake::with_requests([Seed::default(), Seed::default()]);
    let response =
        |fake: &mut Fake| fake.patch(ONE, &review("reject")).body["bypass_review_id"].as_i64().unwrap();
    let target = |id: i64| format!("/repos/acme/widgets/bypass-responses/secret-scanning/{id}");
    let id = response(&mut fake);
    let gone = fake.ask("DELETE", &target(id), "");
    assert_eq!((gone.status, gone.body), (204, Value::Null));
    let shown = fake.get(ONE).body;
    assert_eq!((&shown["status"], &shown["responses"][0]["status"]), (&json!("open"), &json!("dismissed")));
    assert_eq!(fake.ask("DELETE", &target(id), "").faults(), ["ExemptionResponse status invalid"]);
    assert_eq!(fake.ask("DELETE", &target(id + 1), "").status, 404);
    assert_ne!(response(&mut fake), id, "it can be reviewed again");
    assert_eq!(fake.get(ONE).body["responses"].as_array().unwrap().len(), 2);
}

#[test]
fn a_request_that_was_used_stays_so_when_its_response_is_dismissed() {
    let mut fake = Fake::with_requests([Seed { status: "completed", reviewer: "mona", ..Seed::default() }]);
    let id = fake.get(ONE).body["responses"][0]["id"].as_i64().unwrap();
    let gone = fake.ask("DELETE", &format!("/repos/acme/widgets/bypass-responses/secret-scanning/{id}"), "");
    assert_eq!((gone.status, &fake.get(ONE).body["status"]), (204, &json!("completed")));
}

#[test]
fn a_request_that_waits_when_its_time_is_up_is_expired() {
    let mut fake =
        Fake::with_requests(["open", "pending", "approved"].map(|status| Seed { status, ..Seed::default() }));
    let expired = format!("{}?request_status=expired&time_period=month", LISTS[0]);
    fake.now = at(12) + TimeDelta::days(7) - TimeDelta::seconds(1);
    assert!(fake.numbers(&expired).is_empty());
    fake.now = at(12) + TimeDelta::days(7);
    assert_eq!(fake.numbers(&expired), [2, 1]);
    assert_eq!(fake.get(ONE).body["status"], "expired");
    assert_eq!(fake.get(ONE_OF_PUSH_RULES).body["status"], "expired");
    assert_eq!(fake.patch(ONE, &review("approve")).faults(), ["ExemptionRequest status invalid"]);
}

#[test]
fn what_a_seeded_request_leaves_out_is_filled_in() {
    let mut fake = Fake::with_requests([Seed::default()]);
    for (target, request_type) in [(ONE, "secret_scanning"), (ONE_OF_PUSH_RULES, "push_ruleset_bypass")] {
        let shown = fake.get(target).body;
        assert_eq!(
            (&shown["status"], &shown["number"], &shown["responses"]),
            (&json!("open"), &json!(1), &json!([]))
        );
        assert_eq!(shown["created_at"], json!(at(12)));
        assert_eq!(shown["expires_at"], json!(at(12) + TimeDelta::days(7)));
        assert_eq!(shown["requester"]["actor_name"], "monalisa");
        assert!(shown["requester"]["actor_id"].is_i64());
        assert_eq!(
            (&shown["repository"]["name"], &shown["repository"]["full_name"]),
            (&json!("widgets"), &json!(REPO))
        );
        assert_eq!(shown["organization"]["name"], "acme");
        assert_eq!(
            (&shown["request_type"], &shown["url"]),
            (&json!(request_type), &json!(format!("{BASE_URL}{target}")))
        );
        assert!(shown["html_url"].is_string() && shown["id"].as_i64() > Some(0));
    }
}

#[test]
fn what_a_seeded_request_sets_is_never_changed() {
    let mut fake = Fake::new();
    let seed = json!({
        "id": 7, "number": 21, "status": "approved", "created_at": at(11), "expires_at": at(15),
        "requester": { "actor_id": 5, "actor_name": "hubot" }, "request_type": "custom",
        "repository": { "id": 1, "name": "w", "full_name": "a/w" }, "organization": { "id": 2, "name": "a" },
        "responses": [{ "id": 42, "status": "approved" }], "url": "u", "html_url": "h", "requester_comment": "please",
        "resource_identifier": "c0ffee", "data": [{ "secret_type": "adafruit_io_key", "branch": "refs/heads/main" }],
    });
    let request: SecretBypassRequest = serde_json::from_value(seed.clone()).unwrap();
    assert_eq!(fake.world.add_request(fake.now, REPO, request).unwrap(), 21);
    assert_eq!(fake.get(&format!("{}/21", LISTS[0])).body, seed);
    let next = fake.world.add_request(fake.now, REPO, SecretBypassRequest::new(0, 0)).unwrap();
    assert_eq!(next, 22);
}
