//! Where a secret was found: the list of places, and the first of them on the alert.

use github_secret_scanning_generated::types::{Alert, Location};
use serde_json::{Value, json};

use super::{Fake, REPO};

const ALERT: &str = "/repos/acme/widgets/secret-scanning/alerts/1";
const LIST: &str = "/repos/acme/widgets/secret-scanning/alerts/1/locations";

/// One location of each kind, as GitHub writes it.
fn all_kinds() -> Vec<Value> {
    let file = format!("{}/tests/fixtures/locations/all_kinds.json", env!("CARGO_MANIFEST_DIR"));
    let kinds: Vec<Value> = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
    assert_eq!(kinds.len(), 13);
    kinds
}

fn seeded(location: &Value) -> Location {
    serde_json::from_value(location.clone()).unwrap()
}

#[test]
fn the_first_seeded_location_of_any_kind_is_the_first_location_of_its_alert() {
    let kinds = all_kinds();
    for (place, kind) in kinds.iter().enumerate() {
        let mut fake = Fake::with([Alert::new(1)]);
        let next = &kinds[(place + 1) % kinds.len()];
        fake.world.add_locations(REPO, 1, vec![seeded(kind), seeded(next)]).unwrap();
        assert_eq!(fake.get(ALERT).body["first_location_detected"], kind["details"], "{kind}");
        assert_eq!(fake.get(LIST).body, json!([kind, next]));
    }
}

#[test]
fn a_first_location_of_any_kind_is_listed_where_no_other_is_seeded() {
    for kind in all_kinds() {
        let alert = json!({ "number": 1, "first_location_detected": kind["details"] });
        let mut fake = Fake::with([serde_json::from_value(alert).unwrap()]);
        assert_eq!(fake.get(LIST).body, json!([kind]));
        assert_eq!(fake.get(ALERT).body["has_more_locations"], false, "{kind}");
    }
}
