//! Every query parameter of the description, with values that the facade would refuse.

use github_secret_scanning_fake::TOKEN;
use serde_json::Value;

use super::seeds;
use crate::support::calls;
use crate::support::document::{self, resolve};

/// The kind of a parameter; `None` for free text.
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
async fn every_query_parameter_is_parsed_unless_it_is_free_text() {
    let document = document::read();
    let fake = seeds::all().start().unwrap();
    let http = reqwest::Client::builder().no_proxy().user_agent("t").build().unwrap();
    let mut read = 0;
    for operation in calls::operations() {
        let described = &document["paths"][operation.path][operation.method.to_lowercase()];
        let parameters = described["parameters"].as_array().unwrap().iter();
        let path = operation
            .path
            .replace("{enterprise}", "acme-inc")
            .replace("{org}", "acme")
            .replace("{owner}/{repo}", seeds::REPO)
            .replace("{alert_number}", "42")
            .replace("{bypass_request_number}", "42");
        for parameter in parameters.map(|parameter| resolve(&document, parameter)) {
            let Some(kind) = kind(&document, &parameter["schema"]).filter(|_| parameter["in"] == "query")
            else {
                continue;
            };
            let name = parameter["name"].as_str().unwrap();
            let url = format!("{}{path}?{name}=nonsense", fake.base_url());
            let response = http.get(url).bearer_auth(TOKEN).send().await.unwrap();
            assert_eq!(response.status().as_u16(), 422, "{}: {name}, which is {kind}", operation.id);
            let body: Value = response.json().await.unwrap();
            assert_eq!(body["errors"][0]["field"], name, "{}", operation.id);
            read += 1;
        }
    }
    assert!(read > 30, "{read}");
}
