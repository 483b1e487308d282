//! Bypass requests of both kinds: their lists, reviews, and dismissals.

use chrono::TimeDelta;
use github_secret_scanning_generated::types::{
    Actor, BypassRequestStatus, BypassResponse, PushRuleBypassRequest, SecretBypassRequest,
};
use serde_json::{Value, json};

use super::{Api, BASE_URL, REPO, at};

const LISTS: [&str; 3] = [
    "/repos/acme/widgets/bypass-requests/secret-scanning",
    "/repos/acme/widgets/bypass-requests/push-rules",
    "/orgs/acme/bypass-requests/secret-scanning",
];
const ONE: &str = "/repos/acme/widgets/bypass-requests/secret-scanning/1";
const ONE_OF_PUSH_RULES: &str = "/repos/acme/widgets/bypass-requests/push-rules/1";

/// The fields that tests set, for either kind.
#[derive(Default)]
struct Seed {
    hours_ago: i64,
    status: &'static str,
    requester: &'static str,
    reviewer: &'static str,
}

impl Api {
    /// Adds the same request to both kinds of list. Returns its number.
    fn add_bypass_requests(&mut self, repo: &str, seed: &Seed) -> u64 {
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
        self.store.add_bypass_request(self.now, repo, push_rule).unwrap();
        self.store.add_bypass_request(self.now, repo, secret).unwrap().get()
    }

    fn with_requests(seeds: impl IntoIterator<Item = Seed>) -> Self {
        let mut api = Self::new();
        for seed in seeds {
            api.add_bypass_requests(REPO, &seed);
        }
        api
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
fn lists_cover_one_day_by_default_newest_first() {
    let seed = |hours_ago| Seed { hours_ago, ..Seed::default() };
    let mut api =
        Api::with_requests([seed(0), seed(1), seed(2), seed(24), seed(25), seed(24 * 8), seed(24 * 40)]);
    for list in LISTS {
        for (query, expected) in [
            ("", &[1_u64, 2, 3, 4] as &[u64]),
            ("time_period=hour", &[1, 2]),
            ("time_period=day", &[1, 2, 3, 4]),
            ("time_period=week", &[1, 2, 3, 4, 5]),
            ("time_period=month", &[1, 2, 3, 4, 5, 6]),
        ] {
            assert_eq!(api.numbers(&format!("{list}?{query}")), expected, "{list} {query}");
        }
    }
    api.now += TimeDelta::hours(23);
    assert_eq!(api.numbers(LISTS[0]), [1, 2], "by the clock of the fake");
}

#[test]
fn each_filter_returns_the_matching_entries() {
    let seed = |status, requester, reviewer| Seed { hours_ago: 0, status, requester, reviewer };
    let statuses = ["open", "pending", "approved", "denied", "cancelled", "completed", "expired", "deleted"];
    let mut api = Api::with_requests(statuses.map(|status| seed(status, "hubot", "")));
    api.add_bypass_requests(REPO, &seed("open", "Mona", "Reviewer"));
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
            assert_eq!(api.numbers(&format!("{list}?{query}")), expected, "{list} {query}");
        }
        for (query, field) in [
            ("time_period=year", "time_period"),
            ("request_status=pending", "request_status"),
            ("page=x", "page"),
            ("per_page=0", "per_page"),
        ] {
            assert_eq!(
                api.get(&format!("{list}?{query}")).validation_errors(),
                [format!("ExemptionRequest {field} invalid")],
                "{list}"
            );
        }
    }
}

#[test]
fn list_of_an_organization_covers_all_repositories_or_the_named_one() {
    let mut api = Api::with_requests([Seed::default()]);
    api.add_bypass_requests("acme/gadgets", &Seed { hours_ago: 1, ..Seed::default() });
    api.add_bypass_requests("other/thing", &Seed::default());
    let names = |api: &mut Api, query: &str| {
        let body = api.get(&format!("{}?{query}", LISTS[2])).body;
        let entries = body.as_array().unwrap().iter();
        entries.map(|entry| entry["repository"]["full_name"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(names(&mut api, ""), ["acme/widgets", "acme/gadgets"]);
    assert_eq!(names(&mut api, "repository_name=Gadgets"), ["acme/gadgets"]);
    assert!(names(&mut api, "repository_name=thing").is_empty());
}

#[test]
fn lists_are_paged_by_number() {
    let mut api = Api::with_requests((0..5).map(|_| Seed::default()));
    for list in LISTS {
        let first = api.get(&format!("{list}?per_page=2&request_status=open"));
        assert_eq!(first.numbers(), [5, 4], "{list}");
        assert_eq!(
            first.link("last").as_deref(),
            Some(&*format!("{list}?per_page=2&request_status=open&page=3"))
        );
        let second = api.get(&first.link("next").unwrap());
        assert_eq!(second.numbers(), [3, 2], "{list}");
        assert_eq!(api.numbers(&second.link("next").unwrap()), [1], "{list}");
    }
}

#[test]
fn review_sets_the_status_and_adds_a_response_with_the_id_of_the_receipt() {
    for (action, decided, answered) in [("approve", "approved", "approved"), ("reject", "denied", "denied")] {
        let mut api = Api::with_requests([Seed { status: "pending", ..Seed::default() }]);
        api.now += TimeDelta::hours(1);
        let receipt = api.patch(ONE, &review(action));
        assert_eq!(receipt.status, 200, "{}", receipt.body);
        let body = api.get(ONE).body;
        assert_eq!(body["status"], decided);
        let [response] = body["responses"].as_array().unwrap().as_slice() else { panic!("{body}") };
        assert_eq!(response["id"], receipt.body["bypass_review_id"]);
        assert_eq!((&response["status"], &response["created_at"]), (&json!(answered), &json!(at(13))));
        assert_eq!(response["reviewer"]["actor_name"], "octocat");
        assert_eq!(api.numbers(&format!("{}?reviewer=octocat", LISTS[0])), [1]);
        assert_eq!(
            api.patch(ONE, &review("approve")).validation_errors(),
            ["ExemptionRequest status invalid"]
        );
        assert_eq!(api.get(ONE).body, body, "the second review changed nothing");
        assert_eq!(api.get(ONE_OF_PUSH_RULES).body["status"], "pending", "of the other kind");
    }
}

#[test]
fn invalid_review_has_no_effect() {
    let mut api = Api::with_requests([Seed::default()]);
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
        assert_eq!(api.patch(ONE, &body).validation_errors(), expected, "{body}");
    }
    api.send("PATCH", ONE, "approve").assert_error(400, "Problems parsing JSON");
    assert_eq!(api.get(ONE).body["status"], "open");
    assert_eq!(api.patch(ONE, &message(2048)).status, 200);
}

#[test]
fn dismissal_of_the_only_response_reopens_the_request() {
    let mut api = Api::with_requests([Seed::default(), Seed::default()]);
    let response =
        |api: &mut Api| api.patch(ONE, &review("reject")).body["bypass_review_id"].as_i64().unwrap();
    let target = |id: i64| format!("/repos/acme/widgets/bypass-responses/secret-scanning/{id}");
    let id = response(&mut api);
    let gone = api.send("DELETE", &target(id), "");
    assert_eq!((gone.status, gone.body), (204, Value::Null));
    let body = api.get(ONE).body;
    assert_eq!((&body["status"], &body["responses"][0]["status"]), (&json!("open"), &json!("dismissed")));
    assert_eq!(api.send("DELETE", &target(id), "").validation_errors(), ["ExemptionResponse status invalid"]);
    assert_eq!(api.send("DELETE", &target(id + 1), "").status, 404);
    assert_ne!(response(&mut api), id, "it can be reviewed again");
    assert_eq!(api.get(ONE).body["responses"].as_array().unwrap().len(), 2);
}

#[test]
fn completed_request_keeps_its_status_after_a_dismissal() {
    let mut api = Api::with_requests([Seed { status: "completed", reviewer: "mona", ..Seed::default() }]);
    let id = api.get(ONE).body["responses"][0]["id"].as_i64().unwrap();
    let gone = api.send("DELETE", &format!("/repos/acme/widgets/bypass-responses/secret-scanning/{id}"), "");
    assert_eq!((gone.status, &api.get(ONE).body["status"]), (204, &json!("completed")));
}

#[test]
fn undecided_request_expires() {
    let mut api =
        Api::with_requests(["open", "pending", "approved"].map(|status| Seed { status, ..Seed::default() }));
    let expired = format!("{}?request_status=expired&time_period=month", LISTS[0]);
    api.now = at(12) + TimeDelta::days(7) - TimeDelta::seconds(1);
    assert!(api.numbers(&expired).is_empty());
    api.now = at(12) + TimeDelta::days(7);
    assert_eq!(api.numbers(&expired), [2, 1]);
    assert_eq!(api.get(ONE).body["status"], "expired");
    assert_eq!(api.get(ONE_OF_PUSH_RULES).body["status"], "expired");
    assert_eq!(api.patch(ONE, &review("approve")).validation_errors(), ["ExemptionRequest status invalid"]);
}

#[test]
fn missing_fields_of_a_seeded_request_are_filled_in() {
    let mut api = Api::with_requests([Seed::default()]);
    for (target, request_type) in [(ONE, "secret_scanning"), (ONE_OF_PUSH_RULES, "push_ruleset_bypass")] {
        let body = api.get(target).body;
        assert_eq!(
            (&body["status"], &body["number"], &body["responses"]),
            (&json!("open"), &json!(1), &json!([]))
        );
        assert_eq!(body["created_at"], json!(at(12)));
        assert_eq!(body["expires_at"], json!(at(12) + TimeDelta::days(7)));
        assert_eq!(body["requester"]["actor_name"], "monalisa");
        assert!(body["requester"]["actor_id"].is_i64());
        assert_eq!(
            (&body["repository"]["name"], &body["repository"]["full_name"]),
            (&json!("widgets"), &json!(REPO))
        );
        assert_eq!(body["organization"]["name"], "acme");
        assert_eq!(
            (&body["request_type"], &body["url"]),
            (&json!(request_type), &json!(format!("{BASE_URL}{target}")))
        );
        assert!(body["html_url"].is_string() && body["id"].as_i64() > Some(0));
    }
}

#[test]
fn fields_of_a_seeded_request_are_kept() {
    let mut api = Api::new();
    let seed = json!({
        "id": 7, "number": 21, "status": "approved", "created_at": at(11), "expires_at": at(15),
        "requester": { "actor_id": 5, "actor_name": "hubot" }, "request_type": "custom",
        "repository": { "id": 1, "name": "w", "full_name": "a/w" }, "organization": { "id": 2, "name": "a" },
        "responses": [{ "id": 42, "status": "approved" }], "url": "u", "html_url": "h", "requester_comment": "please",
        "resource_identifier": "c0ffee", "data": [{ "secret_type": "adafruit_io_key", "branch": "refs/heads/main" }],
    });
    let request: SecretBypassRequest = serde_json::from_value(seed.clone()).unwrap();
    assert_eq!(api.store.add_bypass_request(api.now, REPO, request).unwrap(), 21);
    assert_eq!(api.get(&format!("{}/21", LISTS[0])).body, seed);
    let next = api.store.add_bypass_request(api.now, REPO, SecretBypassRequest::new(0, 0)).unwrap();
    assert_eq!(next, 22);
}
