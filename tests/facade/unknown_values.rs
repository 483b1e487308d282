//! Unknown values of enums and unions decode, and encode unchanged.

use std::collections::BTreeSet;

use github_secret_scanning::models::{self, Alert, FirstDetectedLocation, Location};
use serde_json::{Value, json};

use crate::support::{document, fixture};

/// The properties of an enum value that was decoded from a text.
#[derive(Debug, PartialEq)]
struct Decoded {
    as_str: String,
    display: String,
    written: Value,
    is_other: bool,
    same_from_str: bool,
}

type Decode = fn(&str) -> Decoded;

macro_rules! enums {
    ($($name:ident),* $(,)?) => {
        &[$((stringify!($name), |text: &str| {
            let value: models::$name = serde_json::from_str(&json!(text).to_string()).unwrap();
            Decoded {
                as_str: value.as_str().to_owned(),
                display: value.to_string(),
                written: serde_json::to_value(&value).unwrap(),
                is_other: matches!(value, models::$name::Other(_)),
                same_from_str: value == models::$name::from(text) && value == models::$name::from(text.to_owned()),
            }
        })),*]
    };
}

/// All enums of the description, by the name of the schema.
const ENUMS: &[(&str, Decode)] = enums![
    AlertMetadataKey,
    AlertSort,
    AlertState,
    BypassReason,
    BypassRequestStatus,
    BypassRequestStatusFilter,
    BypassResponseStatus,
    BypassReviewAction,
    PushProtectionSetting,
    PushProtectionToggle,
    Resolution,
    ResolutionFilter,
    SortDirection,
    TimePeriod,
    Validity,
    ValidityOverride,
];

fn expected(text: &str, is_other: bool) -> Decoded {
    Decoded { as_str: text.into(), display: text.into(), written: json!(text), is_other, same_from_str: true }
}

#[test]
fn table_has_every_enum_of_the_description() {
    let known: BTreeSet<_> = ENUMS.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(document::schemas_with("enum"), known);
}

#[test]
fn unknown_value_keeps_its_text_in_every_enum() {
    for (name, decode) in ENUMS {
        // An unknown value, known ones in another spelling, and the empty text.
        let mut texts: Vec<String> =
            ["brand_new", "Ünknown \"x\"\n", "other", "Other", ""].map(Into::into).to_vec();
        texts.extend(
            document::enum_texts(name).into_iter().flat_map(|text| [text.to_uppercase(), format!("{text} ")]),
        );
        for text in texts {
            assert_eq!(decode(&text), expected(&text, true), "{name}");
        }
    }
}

#[test]
fn known_value_is_not_unknown() {
    for (name, decode) in ENUMS {
        for text in document::enum_texts(name) {
            assert_eq!(decode(&text), expected(&text, false), "{name}");
        }
    }
}

#[test]
fn value_that_is_not_a_text_does_not_decode() {
    for value in [json!(1), json!(true), json!(["open"]), json!({ "open": 1 })] {
        assert!(serde_json::from_value::<models::AlertState>(value.clone()).is_err(), "{value}");
    }
}

/// Returns the tags of `Location`, the only enums that are not a schema of their own.
fn described_kinds() -> BTreeSet<String> {
    let schemas = document::schemas();
    let kinds = schemas["Location"]["oneOf"].as_array().unwrap();
    kinds.iter().map(|kind| kind["properties"]["type"]["enum"][0].as_str().unwrap().to_owned()).collect()
}

#[test]
fn each_kind_of_location_is_known() {
    let payload = fixture::read("locations/all_kinds");
    let locations: Vec<Location> = serde_json::from_value(payload.clone()).unwrap();
    let mut kinds = BTreeSet::new();
    for (location, payload) in locations.iter().zip(payload.as_array().unwrap()) {
        assert!(!matches!(location, Location::Other(_)), "{payload}");
        assert_eq!(location.kind(), payload["type"]);
        kinds.insert(location.kind().to_owned());
    }
    assert_eq!(kinds, described_kinds());
}

#[test]
fn unknown_kind_of_location_is_kept_whole() {
    for payload in [
        json!({ "type": "gist_comment", "details": { "gist_url": "https://x", "line": 1.5 }, "more": [1, null] }),
        json!({ "type": "gist_comment" }),
        json!({ "type": "gist_comment", "details": null }),
        json!({ "details": { "deep": { "er": true } }, "type": "COMMIT" }),
        json!({ "type": null, "details": {} }),
    ] {
        let location: Location = serde_json::from_str(&payload.to_string()).unwrap();
        let Location::Other(unknown) = &location else { panic!("{location:?}") };
        assert_eq!(Value::Object(unknown.as_map().clone()), payload);
        assert_eq!(location.kind(), payload["type"].as_str().unwrap_or_default());
        assert_eq!(serde_json::to_value(&location).unwrap(), payload);
    }
}

#[test]
fn details_of_a_location_can_precede_its_kind() {
    for payload in fixture::read("locations/all_kinds").as_array().unwrap() {
        let reversed =
            format!("{{\"details\": {}, \"new\": 1, \"type\": {}}}", payload["details"], payload["type"]);
        let location: Location = serde_json::from_str(&reversed).unwrap();
        assert!(!matches!(location, Location::Other(_)), "{reversed}");
        assert_eq!(&serde_json::to_value(&location).unwrap(), payload);
    }
}

#[test]
fn known_kind_with_invalid_details_does_not_decode() {
    for payload in [
        r#"{"type": "commit", "details": {"path": "x"}}"#,
        r#"{"details": {"path": "x"}, "type": "commit"}"#,
        r#"{"type": "commit"}"#,
        r#"{"details": {}}"#,
        "[]",
    ] {
        assert!(serde_json::from_str::<Location>(payload).is_err(), "{payload}");
    }
}

fn first_location(details: &Value) -> Result<FirstDetectedLocation, serde_json::Error> {
    let payload = json!({ "number": 1, "first_location_detected": details });
    serde_json::from_str::<Alert>(&payload.to_string()).map(|alert| *alert.first_location_detected.unwrap())
}

#[test]
fn first_location_is_identified_by_its_properties() {
    for location in fixture::read("locations/all_kinds").as_array().unwrap() {
        let kind = location["type"].as_str().unwrap();
        let first = first_location(&location["details"]).unwrap();
        let variant = format!("{first:?}").split('(').next().unwrap().to_lowercase();
        assert_eq!(variant, format!("{}location", kind.replace('_', "")));
        assert_eq!(serde_json::to_value(&first).unwrap(), location["details"]);
    }
}

#[test]
fn first_location_with_unknown_properties_is_kept_whole() {
    for details in [
        json!({ "gist_url": "https://x", "lines": [1, 2] }),
        json!({}),
        json!({ "path": "a", "start_line": 1 }),
    ] {
        let first = first_location(&details).unwrap();
        assert!(matches!(first, FirstDetectedLocation::Other(_)), "{first:?}");
        assert_eq!(serde_json::to_value(&first).unwrap(), details);
    }
}
