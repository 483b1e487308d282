//! Values that GitHub may add tomorrow, in every place where today's are known.

use std::future::IntoFuture;

use github_secret_scanning::{Error, expose_secrets};
use serde::Serialize;
use serde_json::Value;

use crate::support::{Reply, World, cases};

cases![an_unknown_value_of_every_enum_decodes_and_is_written_back];

const TOMORROW: &str = "of-tomorrow";

/// The properties that are enums, or say which of several shapes a thing has.
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

/// What GitHub documents, with a value of tomorrow wherever it has one of an enum; and how many.
fn of_tomorrow(fixture: &str) -> (Value, usize) {
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
                    *value = TOMORROW.into();
                    *replaced += 1;
                } else {
                    replace(value, kinds, replaced);
                }
            }
        }
        _ => {}
    }
}

/// Makes a call whose answer is of tomorrow, and looks for all of it in what is written back.
async fn check<T: Serialize, F>(world: &World, fixture: &str, call: F) -> usize
where
    F: AsyncFnOnce(&World, &crate::support::Server) -> Result<T, Error>,
{
    let (answer, replaced) = of_tomorrow(fixture);
    let server = world.server([Reply::ok(&answer)]);
    let value = call(world, &server).await.unwrap_or_else(|error| panic!("{fixture}: {error}"));
    let written = expose_secrets(|| serde_json::to_string(&value)).unwrap();
    assert_eq!(written.matches(TOMORROW).count(), replaced, "{fixture}: {written}");
    assert_eq!(server.count(), 1);
    replaced
}

/// A page of which nothing was rejected.
async fn items<T>(
    page: impl IntoFuture<Output = Result<github_secret_scanning::Page<T>, Error>>,
) -> Result<Vec<T>, Error> {
    let page = page.await?;
    assert_eq!(page.malformed, []);
    Ok(page.items)
}

async fn an_unknown_value_of_every_enum_decodes_and_is_written_back(world: World) {
    let w = &world;
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
