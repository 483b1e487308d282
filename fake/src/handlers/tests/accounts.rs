//! Accounts and ids.

use github_secret_scanning_generated::types::{
    Alert, BypassResponse, PushRuleBypassRequest, SecretBypassRequest,
};
use serde_json::{Value, json};

use super::{Api, REPO};

const ALERT: &str = "/repos/acme/widgets/secret-scanning/alerts/1";
const REQUEST: &str = "/repos/acme/widgets/bypass-requests/secret-scanning/1";

#[test]
fn reviewer_has_the_id_of_the_account() {
    let mut api = Api::with([Alert::new(1)]);
    api.store.add_bypass_request(api.now, REPO, SecretBypassRequest::new(0, 1)).unwrap();
    let review = json!({ "status": "approve", "message": "seen" });
    assert_eq!(api.patch(REQUEST, &review).status, 200);
    let resolve = json!({ "state": "resolved", "resolution": "revoked" });
    let account = api.patch(ALERT, &resolve).body["resolved_by"]["id"].clone();
    assert!(account.is_i64(), "{account}");
    let reviewer = api.get(REQUEST).body["responses"][0]["reviewer"].clone();
    assert_eq!(reviewer, json!({ "actor_id": account, "actor_name": "octocat" }));
}

#[test]
fn id_of_a_seed_is_not_generated_again() {
    let mut api = Api::new();
    api.store.add_bypass_request(api.now, REPO, SecretBypassRequest::new(0, 1)).unwrap();
    // Ids are generated in sequence: these come soon.
    let next = api.get(REQUEST).body["id"].as_i64().unwrap() + 10;
    let mut chosen = SecretBypassRequest::new(next, 2);
    let response = |id: i64| BypassResponse::new(id.unsigned_abs());
    chosen.responses = Some(vec![response(next + 10), response(next + 5)]);
    api.store.add_bypass_request(api.now, REPO, chosen).unwrap();
    api.store.add_bypass_request(api.now, REPO, PushRuleBypassRequest::new(next + 20, 1)).unwrap();
    for _ in 0..40 {
        let mut request = SecretBypassRequest::new(0, 0);
        request.responses = Some(vec![BypassResponse::new(0)]);
        api.store.add_bypass_request(api.now, REPO, request).unwrap();
    }
    let id = |thing: &Value| thing["id"].as_i64().unwrap();
    let mut ids = Vec::new();
    for list in ["secret-scanning", "push-rules"] {
        let target = format!("/repos/acme/widgets/bypass-requests/{list}?per_page=100");
        for request in api.get(&target).body.as_array().unwrap() {
            ids.push(id(request));
            ids.extend(request["responses"].as_array().unwrap().iter().map(id));
        }
    }
    assert_eq!(ids.len(), 1 + 3 + 1 + 80);
    for seeded in [next, next + 5, next + 10, next + 20] {
        assert!(ids.contains(&seeded), "{seeded}");
    }
    ids.sort_unstable();
    assert!(ids.windows(2).all(|two| two[0] != two[1]), "{ids:?}");
}

#[test]
fn enterprise_lists_the_alerts_of_all_its_organizations() {
    let mut api = Api::new();
    for (number, repo) in [(1, "acme/widgets"), (2, "beta/widgets"), (3, "other/thing"), (4, "zeta/widgets")]
    {
        api.add(repo, Alert::new(number));
    }
    api.store.add_enterprise("acme-inc", &["zeta".into(), "acme".into()]).unwrap();
    let list = "/enterprises/acme-inc/secret-scanning/alerts?direction=asc";
    assert_eq!(api.numbers(list), [1, 4]);
    api.store.add_enterprise("acme-inc", &["beta".into()]).unwrap();
    assert_eq!(api.numbers(list), [1, 2, 4]);
}
