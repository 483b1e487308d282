//! Locations: the list, and the first detected one of the alert.

use github_secret_scanning_generated::types::{Alert, Location};
use serde_json::{Value, json};

use super::{Api, REPO};

const ALERT: &str = "/repos/acme/widgets/secret-scanning/alerts/1";
const LIST: &str = "/repos/acme/widgets/secret-scanning/alerts/1/locations";

/// One location of each kind, in GitHub's JSON.
fn all_kinds() -> Vec<Value> {
    let file = format!("{}/../tests/fixtures/locations/all_kinds.json", env!("CARGO_MANIFEST_DIR"));
    let kinds: Vec<Value> = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
    assert_eq!(kinds.len(), 13);
    kinds
}

fn seeded(location: &Value) -> Location {
    serde_json::from_value(location.clone()).unwrap()
}

#[test]
fn first_seeded_location_of_any_kind_is_the_first_detected_one() {
    let kinds = all_kinds();
    for (place, kind) in kinds.iter().enumerate() {
        let mut api = Api::with([Alert::new(1)]);
        let next = &kinds[(place + 1) % kinds.len()];
        api.store.add_locations(REPO, 1, vec![seeded(kind), seeded(next)]).unwrap();
        assert_eq!(api.get(ALERT).body["first_location_detected"], kind["details"], "{kind}");
        assert_eq!(api.get(LIST).body, json!([kind, next]));
    }
}

#[test]
fn first_detected_location_of_any_kind_is_listed_if_none_is_seeded() {
    for kind in all_kinds() {
        let alert = json!({ "number": 1, "first_location_detected": kind["details"] });
        let mut api = Api::with([serde_json::from_value(alert).unwrap()]);
        assert_eq!(api.get(LIST).body, json!([kind]));
        assert_eq!(api.get(ALERT).body["has_more_locations"], false, "{kind}");
    }
}
