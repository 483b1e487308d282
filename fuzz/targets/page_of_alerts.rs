//! A page of alerts, read item by item.

#![no_main]

use std::sync::LazyLock;

use answers::{SECRET, check_error, check_printed};
use github_secret_scanning::models::{Alert, FirstDetectedLocation};
use github_secret_scanning::{Client, Error, Secret, expose_secrets, fuzzing};
use libfuzzer_sys::fuzz_target;
use serde_json::value::RawValue;

/// Nothing is ever sent with it.
static CLIENT: LazyLock<Client> = LazyLock::new(|| {
    Client::builder().token("t").base_url("http://127.0.0.1:1").build().expect("all of it is right")
});

fuzz_target!(|body: &[u8]| {
    let raw = serde_json::from_slice::<Vec<&RawValue>>(body).ok();
    let page = match (fuzzing::page_of_alerts(&CLIENT, body), &raw) {
        (Ok(page), Some(raw)) => {
            assert_eq!(page.items.len() + page.malformed.len(), raw.len(), "items are lost");
            page
        }
        (Err(error), None) => return check_error(&error, SECRET),
        (page, raw) => panic!("a list, and then none: {:?} {:?}", page.err(), raw.is_some()),
    };
    if let Ok(items) = serde_json::from_slice::<Vec<Alert>>(body) {
        assert_eq!(page.items, items, "one by one they are others than all at once");
    }

    let indexes: Vec<_> = page.malformed.iter().map(|rejected| rejected.index()).collect();
    assert!(indexes.is_sorted_by(|a, b| a < b));
    assert!(indexes.last().is_none_or(|last| raw.is_some_and(|raw| *last < raw.len())));
    for rejected in page.malformed {
        check_printed(&rejected, SECRET);
        check_error(&Error::from(rejected), SECRET);
    }
    page.items.iter().for_each(check_alert);
});

/// What is printed of an alert does not depend on its secret, and what is written reads back.
fn check_alert(alert: &Alert) {
    if alert.secret.is_some() {
        let mut other = alert.clone();
        other.secret = Some(Secret::from(SECRET));
        assert_eq!(format!("{alert:?}"), format!("{other:?}"));
        assert_eq!(serde_json::to_string(alert).ok(), serde_json::to_string(&other).ok());
    }
    let mut alert = alert.clone();
    if let Some(FirstDetectedLocation::Other(_)) = alert.first_location_detected {
        // Kept as JSON values, in which a number of more than 17 digits is not exact.
        alert.first_location_detected = None;
    }
    let written = expose_secrets(|| serde_json::to_string(&alert)).expect("an alert can be written");
    let read = serde_json::from_str::<Alert>(&written).ok();
    assert_eq!(read, Some(alert), "not what was written: {written}");
}
