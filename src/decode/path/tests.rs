//! The path equals that of `serde_path_to_error`.

use std::collections::BTreeMap;

use github_secret_scanning_generated::types;
use proptest::prelude::*;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

/// Returns the path with all of its keys.
fn path(json: &[u8], line: usize, column: usize) -> String {
    super::path(json, line, column, |key| key)
}

/// Checks that both return the same path; `None` if the text decodes.
fn compare<T: DeserializeOwned>(text: &str) -> Option<String> {
    let error = serde_json::from_slice::<T>(text.as_bytes()).err()?;
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let expected = serde_path_to_error::deserialize::<_, T>(&mut deserializer).err()?.path().to_string();
    let found = path(text.as_bytes(), error.line(), error.column());
    assert_eq!(found, expected, "{error} in {text}");
    Some(found)
}

/// Values of the wrong type.
fn wrong_values() -> [Value; 11] {
    let nested = json!({ "a": [{ "b": "}]" }] });
    [
        json!(null),
        json!(true),
        json!(-1),
        json!(1.5),
        json!(1e300),
        json!("te\"x\\t, ü"),
        json!([]),
        json!({}),
        json!([nested]),
        nested,
        json!([[], 7]),
    ]
}

/// Collects the JSON pointers of all values below this one.
fn pointers(value: &Value, at: &str, found: &mut Vec<String>) {
    found.push(at.to_owned());
    let escaped = |key: &str| key.replace('~', "~0").replace('/', "~1");
    match value {
        Value::Object(object) => {
            object.iter().for_each(|(key, value)| pointers(value, &format!("{at}/{}", escaped(key)), found));
        }
        Value::Array(items) => {
            items
                .iter()
                .enumerate()
                .for_each(|(index, item)| pointers(item, &format!("{at}/{index}"), found));
        }
        _ => {}
    }
}

/// Replaces every value of a valid payload by every wrong one, and removes it.
fn break_everywhere<T: DeserializeOwned>(name: &str) {
    let file = format!("{}/tests/fixtures/{name}.json", env!("CARGO_MANIFEST_DIR"));
    let good: Value = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
    let mut locations = Vec::new();
    pointers(&good, "", &mut locations);
    let mut failures = 0;
    for pointer in &locations {
        let replaced = wrong_values().into_iter().map(|wrong| {
            let mut bad = good.clone();
            *bad.pointer_mut(pointer).unwrap() = wrong;
            bad
        });
        let mut missing = good.clone();
        if let Some((parent, key)) = pointer.rsplit_once('/')
            && let Some(Value::Object(parent)) = missing.pointer_mut(parent)
        {
            parent.remove(key);
        }
        for bad in replaced.chain([missing]) {
            failures += usize::from(compare::<T>(&bad.to_string()).is_some());
            compare::<T>(&serde_json::to_string_pretty(&bad).unwrap());
        }
    }
    assert!(failures > locations.len(), "{name}: {failures} of {}", locations.len());
}

#[test]
fn every_wrong_value_in_every_model_has_the_expected_path() {
    break_everywhere::<types::Alert>("alerts/full");
    break_everywhere::<Vec<types::Location>>("locations/all_kinds");
    break_everywhere::<types::PatternConfiguration>("pattern_configurations/get");
    break_everywhere::<types::SecretBypassRequest>("secret_bypass_requests/get");
    break_everywhere::<Vec<types::PushRuleBypassRequest>>("push_rule_bypass_requests/list");
}

#[test]
fn a_fault_in_an_untagged_object_has_the_path_of_the_object() {
    let last = r#"{"number":1,"first_location_detected":{"issue_title_url":5}}"#;
    assert_eq!(compare::<types::Alert>(last).as_deref(), Some("first_location_detected"));
}

#[test]
fn a_position_between_values_has_the_path_of_the_enclosing_value() {
    let json = b"{\"a\": [1,\n {\"b\" : \"x\"}]} ";
    for (line, column, expected) in [
        (0, 0, "."),
        (1, 0, "."),
        (1, 4, "."),
        (1, 6, "a"),
        (1, 7, "a[0]"),
        (1, 8, "a[0]"),
        (2, 1, "a[1]"),
        (2, 2, "a[1]"),
        (2, 5, "a[1]"),
        (2, 7, "a[1].b"),
        (2, 11, "a[1].b"),
        (2, 12, "a[1]"),
        (2, 13, "a"),
        (2, 14, "."),
        (2, 99, "."),
        (9, 1, "."),
        (usize::MAX, usize::MAX, "."),
    ] {
        assert_eq!(path(json, line, column), expected, "{line}:{column}");
    }
    assert_eq!(path(br#"{"a":{"b":"x"#, 1, 12), "a.b", "truncated");
}

#[test]
fn deep_nesting_does_not_overflow_the_stack() {
    let json = "[".repeat(1 << 20);
    assert!(path(json.as_bytes(), 1, json.len()).starts_with("[0][0]"));
}

#[test]
fn segments_beyond_the_depth_limit_are_dropped() {
    let deep = "[".repeat(200);
    let json = format!(r#"{{"a":{deep}"]",{{"#);
    let shown = path(json.as_bytes(), 1, json.len());
    assert_eq!(shown, format!("a{}", "[0]".repeat(127)));
    let json = format!(r#"{{"a":{deep}"[",{{}}{},"b":1"#, "]".repeat(200));
    assert_eq!(path(json.as_bytes(), 1, json.len()), "b");
}

#[derive(Debug, Deserialize)]
struct Node {
    #[allow(dead_code, reason = "only decoded")]
    name: String,
    #[allow(dead_code, reason = "only decoded")]
    weight: Option<u64>,
    #[allow(dead_code, reason = "only decoded")]
    children: Option<Vec<Node>>,
    #[allow(dead_code, reason = "only decoded")]
    named: Option<BTreeMap<String, Node>>,
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 16, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map(any::<String>(), inner, 0..4)
                .prop_map(|entries| Value::Object(entries.into_iter().collect())),
        ]
    })
}

fn any_node() -> impl Strategy<Value = Value> {
    let leaf = (any::<String>(), any::<Option<u64>>(), any_json())
        .prop_map(|(name, weight, rest)| json!({ "ignored": rest, "name": name, "weight": weight }));
    leaf.prop_recursive(4, 24, 4, |inner| {
        let children = prop::collection::vec(inner.clone(), 0..4);
        let named = prop::collection::btree_map(any::<String>(), inner, 0..3);
        (any::<String>(), children, named).prop_map(|(name, children, named)| {
            let named: Map<String, Value> = named.into_iter().collect();
            json!({ "children": children, "name": name, "named": named })
        })
    })
}

proptest! {
    #[test]
    fn a_wrong_value_in_any_tree_has_the_expected_path(
        mut node in any_node(), pointer in any::<prop::sample::Index>(), wrong in any_json(), pretty in any::<bool>(),
    ) {
        let mut locations = Vec::new();
        pointers(&node, "", &mut locations);
        let pointer: &String = pointer.get(&locations);
        *node.pointer_mut(pointer).unwrap() = wrong;
        let pretty = if pretty { serde_json::to_string_pretty(&node).ok() } else { None };
        compare::<Node>(&pretty.unwrap_or_else(|| node.to_string()));
    }

    #[test]
    fn any_position_in_any_bytes_has_a_path(
        json in prop_oneof![prop::collection::vec(any::<u8>(), 0..60), "[\\[\\]{}:,\"\\\\a1 \n]{0,60}".prop_map(String::into_bytes)],
        line in prop_oneof![0usize..6, any::<usize>()], column in prop_oneof![0usize..70, any::<usize>()],
    ) {
        prop_assert!(!path(&json, line, column).is_empty());
    }
}
