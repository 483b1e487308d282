//! A page of alerts, decoded item by item.

#![no_main]

use github_secret_scanning::models::{Alert, FirstDetectedLocation};
use github_secret_scanning::{Error, Exposed, Secret, fuzzing};
use github_secret_scanning_fuzz::{SECRET, check_debug, check_error};
use libfuzzer_sys::fuzz_target;
use serde_json::value::RawValue;

/// The most items of a page.
const MOST_ITEMS: usize = 1_000;

fuzz_target!(|body: &[u8]| {
    let raw = serde_json::from_slice::<Vec<&RawValue>>(body).ok();
    let page = match (fuzzing::page_of_alerts(body), &raw) {
        (Ok(page), Some(raw)) => {
            assert_eq!(page.items.len() + page.malformed.len(), raw.len(), "items are lost");
            page
        }
        // Entries that are not JSON, or not UTF-8, are malformed items.
        (Ok(page), None) => page,
        (Err(error), Some(raw)) => {
            assert!(raw.len() > MOST_ITEMS, "a list is refused: {error}");
            return check_error(&error, SECRET);
        }
        (Err(error), None) => return check_error(&error, SECRET),
    };
    if let Ok(items) = serde_json::from_slice::<Vec<Alert>>(body) {
        assert_eq!(page.items, items, "the items differ from those of the whole page");
    }

    let indexes: Vec<_> = page.malformed.iter().map(|malformed| malformed.index()).collect();
    assert!(indexes.is_sorted_by(|a, b| a < b));
    assert!(indexes.last().is_none_or(|last| *last < page.items.len() + page.malformed.len()));
    for malformed in page.malformed {
        let identity = [malformed.html_url(), malformed.repository()];
        // They are shown, and a page of random bytes can have the secret there.
        if identity.into_iter().flatten().any(|text| text.contains(SECRET)) {
            continue;
        }
        check_debug(&malformed, SECRET);
        assert!(!malformed.to_string().contains(SECRET));
        check_error(&Error::from(malformed), SECRET);
    }
    page.items.iter().for_each(check_alert);
});

/// Asserts that `Debug` and JSON do not depend on the secret, and that the exposed JSON decodes to the same alert.
fn check_alert(alert: &Alert) {
    if alert.secret.is_some() {
        let mut other = alert.clone();
        other.secret = Some(Secret::from(SECRET));
        assert_eq!(format!("{alert:?}"), format!("{other:?}"));
        assert_eq!(serde_json::to_string(alert).ok(), serde_json::to_string(&other).ok());
    }
    let mut alert = alert.clone();
    if let Some(FirstDetectedLocation::Other(_)) = alert.first_location_detected.as_deref() {
        // Its JSON values do not represent numbers of more than 17 digits exactly.
        alert.first_location_detected = None;
    }
    let json = serde_json::to_string(&Exposed(&alert)).expect("an alert encodes");
    let decoded = serde_json::from_str::<Alert>(&json).ok();
    assert_eq!(decoded, Some(alert), "does not decode to the same alert: {json}");
}
