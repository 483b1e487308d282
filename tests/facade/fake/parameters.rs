//! Every parameter of a query that the description knows, whether the facade would send it so or not.

use github_secret_scanning::testing::TOKEN;
use serde_json::Value;

use super::world;
use crate::support::calls;
use crate::support::document::{self, resolve};

/// What a parameter can be said to be; `None` for a text that can be anything.
fn kind(document: &Value, schema: &Value) -> Option<String> {
    let schema = resolve(document, schema);
    let inner = schema.get("items").or_else(|| schema["allOf"].get(0));
    if let Some(inner) = inner {
        return kind(document, inner);
    }
    let kind = if schema.get("enum").is_some() { "enum" } else { schema["type"].as_str().unwrap() };
    (kind != "string").then(|| kind.to_owned())
}

#[tokio::test]
async fn every_parameter_of_a_query_is_read_unless_any_text_will_do() {
    let document = document::read();
    let fake = world::full().start().unwrap();
    let http = reqwest::Client::builder().no_proxy().user_agent("t").build().unwrap();
    let mut read = 0;
    for operation in calls::operations() {
        let described = &document["paths"][operation.path][operation.method.to_lowercase()];
        let parameters = described["parameters"].as_array().unwrap().iter();
        let path = operation
            .path
            .replace("{enterprise}", "acme-inc")
            .replace("{org}", "acme")
            .replace("{owner}/{repo}", world::REPO)
            .replace("{alert_number}", "42")
            .replace("{bypass_request_number}", "21");
        for parameter in parameters.map(|parameter| resolve(&document, parameter)) {
            let Some(kind) = kind(&document, &parameter["schema"]).filter(|_| parameter["in"] == "query")
            else {
                continue;
            };
            let name = parameter["name"].as_str().unwrap();
            let url = format!("{}{path}?{name}=nonsense", fake.base_url());
            let answer = http.get(url).bearer_auth(TOKEN).send().await.unwrap();
            assert_eq!(answer.status().as_u16(), 422, "{}: {name}, which is {kind}", operation.id);
            let body: Value = answer.json().await.unwrap();
            assert_eq!(body["errors"][0]["field"], name, "{}", operation.id);
            read += 1;
        }
    }
    assert!(read > 30, "{read}");
}
