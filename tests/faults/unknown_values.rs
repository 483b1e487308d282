//! Unknown values of all enums.

use std::future::IntoFuture;

use github_secret_scanning::{Error, Exposed};
use serde::Serialize;
use serde_json::Value;

use crate::support::{Context, Reply, cases};

cases![unknown_values_of_all_enums_decode_and_encode_unchanged];

const UNKNOWN: &str = "an-unknown-value";

/// The properties that are enums or tags of unions.
const ENUMS: [&str; 8] = [
    "state",
    "resolution",
    "validity",
    "status",
    "bypass_reason",
    "setting",
    "default_setting",
    "enterprise_setting",
];

/// Returns a fixture whose enum values are all unknown, and their number.
fn with_unknown_values(fixture: &str) -> (Value, usize) {
    let path = format!("{}/tests/fixtures/{fixture}.json", env!("CARGO_MANIFEST_DIR"));
    let mut value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let mut replaced = 0;
    let kinds = fixture.starts_with("locations/");
    replace(&mut value, kinds, &mut replaced);
    assert!(replaced > 0, "{fixture} has no enum");
    (value, replaced)
}

fn replace(value: &mut Value, kinds: bool, replaced: &mut usize) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| replace(item, kinds, replaced)),
        Value::Object(fields) => {
            for (name, value) in fields {
                let is_enum = ENUMS.contains(&name.as_str()) || kinds && name == "type";
                if is_enum && value.is_string() {
                    *value = UNKNOWN.into();
                    *replaced += 1;
                } else {
                    replace(value, kinds, replaced);
                }
            }
        }
        _ => {}
    }
}

/// Makes a call with a response of unknown values, and asserts that the result encodes them unchanged.
async fn check<T: Serialize, F>(context: &Context, fixture: &str, call: F) -> usize
where
    F: AsyncFnOnce(&Context, &crate::support::Server) -> Result<T, Error>,
{
    let (body, replaced) = with_unknown_values(fixture);
    let server = context.script([Reply::ok(&body)]);
    let value = call(context, &server).await.unwrap_or_else(|error| panic!("{fixture}: {error}"));
    let json = serde_json::to_string(&Exposed(&value)).unwrap();
    assert_eq!(json.matches(UNKNOWN).count(), replaced, "{fixture}: {json}");
    assert_eq!(server.count(), 1);
    replaced
}

/// Returns the items of a page without malformed items.
async fn items<T>(
    page: impl IntoFuture<Output = Result<github_secret_scanning::Page<T>, Error>>,
) -> Result<Vec<T>, Error> {
    let page = page.await?;
    assert_eq!(page.malformed, []);
    Ok(page.items)
}

async fn unknown_values_of_all_enums_decode_and_encode_unchanged(context: Context) {
    let w = &context;
    check(w, "alerts/full", async |w, s| w.repo(s).alert(42).get().await).await;
    check(w, "alerts/repo_list", async |w, s| items(w.repo(s).alerts().page()).await).await;
    check(w, "alerts/enterprise_list", async |w, s| {
        items(w.repo(s).client().enterprise("acme-inc")?.alerts().page()).await
    })
    .await;
    check(w, "locations/all_kinds", async |w, s| items(w.repo(s).alert(42).locations().page()).await).await;
    check(w, "secret_bypass_requests/get", async |w, s| w.repo(s).secret_bypass_request(21).get().await)
        .await;
    check(w, "secret_bypass_requests/list", async |w, s| {
        items(w.repo(s).secret_bypass_requests().page()).await
    })
    .await;
    check(w, "push_rule_bypass_requests/get", async |w, s| {
        w.repo(s).push_rule_bypass_request(24).get().await
    })
    .await;
    check(w, "push_rule_bypass_requests/list", async |w, s| {
        items(w.repo(s).push_rule_bypass_requests().page()).await
    })
    .await;
    check(w, "pattern_configurations/get", async |w, s| {
        w.repo(s).client().org("acme")?.pattern_configurations().get().await
    })
    .await;
}
