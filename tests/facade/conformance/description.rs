//! The operations of the description, with all of their schemas compiled once.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde_json::Value;

use super::schema::Schema;
use crate::support::document;

pub(crate) struct Description {
    /// The required value of `X-GitHub-Api-Version`.
    pub(crate) api_version: String,
    pub(crate) operations: Vec<Operation>,
    pub(crate) error_body: Schema,
}

/// One operation with the schemas of its requests and responses.
pub(crate) struct Operation {
    pub(crate) id: String,
    pub(crate) method: String,
    /// The parts of the path template, without slashes.
    pub(crate) template: Vec<String>,
    pub(crate) path: BTreeMap<String, Parameter>,
    pub(crate) query: BTreeMap<String, Parameter>,
    pub(crate) body: Option<Schema>,
    pub(crate) responses: BTreeMap<u16, Response>,
}

pub(crate) struct Parameter {
    pub(crate) required: bool,
    pub(crate) kind: Kind,
    pub(crate) schema: Schema,
}

/// The type as which the text of a parameter is parsed before validation.
pub(crate) enum Kind {
    Text,
    Integer,
    Boolean,
    /// Comma-separated texts.
    List,
}

pub(crate) struct Response {
    /// `None` if the response has no body.
    pub(crate) body: Option<Schema>,
    pub(crate) has_link: bool,
}

/// The description, read and compiled on first use.
pub(crate) fn description() -> &'static Description {
    static DESCRIPTION: LazyLock<Description> = LazyLock::new(|| Description::of(&document::read()));
    &DESCRIPTION
}

impl Description {
    fn of(document: &Value) -> Self {
        let mut operations = Vec::new();
        for (path, methods) in document["paths"].as_object().unwrap() {
            for (method, operation) in methods.as_object().unwrap() {
                operations.push(Operation::of(document, path, method, operation));
            }
        }
        Self {
            api_version: document["info"]["version"].as_str().unwrap().to_owned(),
            operations,
            error_body: Schema::compile(document, &document["components"]["schemas"]["ErrorBody"]),
        }
    }

    pub(crate) fn operation(&self, id: &str) -> &Operation {
        let found = self.operations.iter().find(|operation| operation.id == id);
        found.unwrap_or_else(|| panic!("{id} is not described"))
    }
}

impl Operation {
    fn of(document: &Value, path: &str, method: &str, operation: &Value) -> Self {
        let parameters = |location: &str| {
            let all = operation["parameters"].as_array().unwrap().iter();
            let resolved = all.map(|parameter| document::resolve(document, parameter));
            let here = resolved.filter(|parameter| parameter["in"] == location);
            here.map(|parameter| Parameter::of(document, parameter)).collect()
        };
        let responses = operation["responses"].as_object().unwrap();
        Self {
            id: operation["operationId"].as_str().unwrap().to_owned(),
            method: method.to_uppercase(),
            template: path.split('/').skip(1).map(str::to_owned).collect(),
            path: parameters("path"),
            query: parameters("query"),
            body: operation.get("requestBody").map(|body| json_body(document, body).unwrap()),
            responses: responses
                .iter()
                .map(|(status, response)| {
                    let response = document::resolve(document, response);
                    let body = json_body(document, response);
                    let has_link = response.pointer("/headers/Link").is_some();
                    (status.parse().unwrap(), Response { body, has_link })
                })
                .collect(),
        }
    }
}

impl Parameter {
    fn of(document: &Value, parameter: &Value) -> (String, Self) {
        let schema = &parameter["schema"];
        let kind = match document::resolve(document, schema)["type"].as_str() {
            Some("integer") => Kind::Integer,
            Some("boolean") => Kind::Boolean,
            Some("array") => {
                assert_eq!(parameter["explode"], false, "a list with `explode: true` is not supported here");
                Kind::List
            }
            // Texts and enums of texts.
            _ => Kind::Text,
        };
        let required = parameter["required"] == true;
        let parameter_name = parameter["name"].as_str().unwrap().to_owned();
        (parameter_name, Self { required, kind, schema: Schema::compile(document, schema) })
    }
}

/// The JSON schema of a body, if there is one.
fn json_body(document: &Value, of: &Value) -> Option<Schema> {
    let content = of.get("content")?.as_object().unwrap();
    assert_eq!(content.keys().collect::<Vec<_>>(), ["application/json"]);
    Some(Schema::compile(document, &content["application/json"]["schema"]))
}
