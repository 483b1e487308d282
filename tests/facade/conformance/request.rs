//! Checks a request against the description.

use http::{HeaderMap, header};
use serde_json::Value;

use super::description::{Description, Kind, Operation, Parameter, description};

/// Returns the operation of a request, or all of its faults. The path is relative to the base URL.
pub(crate) fn request(
    method: &str,
    path_and_query: &str,
    headers: &HeaderMap,
    body: &[u8],
) -> Result<&'static Operation, Vec<String>> {
    let (path, query) = path_and_query.split_once('?').unwrap_or((path_and_query, ""));
    let segments: Vec<_> = path.split('/').skip(1).collect();
    let description = description();
    let matching = description.operations.iter().filter(|operation| operation.method == method);
    let matching: Vec<_> = matching.filter(|operation| operation.fits(&segments)).collect();
    let operation = match matching.as_slice() {
        [operation] => *operation,
        [] => return Err(vec![format!("{method} matches no operation")]),
        several => return Err(vec![format!("{method} matches {} operations", several.len())]),
    };

    let mut faults = operation.path_faults(&segments);
    faults.extend(operation.query_faults(query));
    faults.extend(operation.body_faults(headers, body));
    faults.extend(header_faults(description, headers));
    if faults.is_empty() {
        return Ok(operation);
    }
    Err(faults.into_iter().map(|fault| format!("{}: {fault}", operation.id)).collect())
}

impl Operation {
    fn fits(&self, segments: &[&str]) -> bool {
        let fits = |(part, segment): (&String, &&str)| {
            if parameter_name(part).is_some() { !segment.is_empty() } else { part == segment }
        };
        self.template.len() == segments.len() && self.template.iter().zip(segments).all(fits)
    }

    /// Does not decode segments: the facade refuses names that would have to be escaped.
    fn path_faults(&self, segments: &[&str]) -> Vec<String> {
        let parameters = self.template.iter().zip(segments).filter_map(|(part, segment)| {
            let name = parameter_name(part)?;
            Some(self.path[name].faults(&format!("path parameter {name}"), segment))
        });
        parameters.flatten().collect()
    }

    fn query_faults(&self, query: &str) -> Vec<String> {
        let mut faults = Vec::new();
        let mut seen = Vec::new();
        for (name, text) in url::form_urlencoded::parse(query.as_bytes()) {
            match self.query.get(name.as_ref()) {
                None => faults.push(format!("query parameter {name}: is not described")),
                Some(_) if seen.contains(&name) => {
                    faults.push(format!("query parameter {name}: is repeated"));
                }
                Some(parameter) => {
                    faults.extend(parameter.faults(&format!("query parameter {name}"), &text));
                }
            }
            seen.push(name);
        }
        for (name, _) in self.query.iter().filter(|(_, parameter)| parameter.required) {
            if !seen.iter().any(|seen| seen == name) {
                faults.push(format!("query parameter {name}: is missing"));
            }
        }
        faults
    }

    fn body_faults(&self, headers: &HeaderMap, body: &[u8]) -> Vec<String> {
        let schema = match (&self.body, body) {
            (None, []) => return Vec::new(),
            (None, _) => return vec!["request body: must be empty".into()],
            (Some(_), []) => return vec!["request body: is missing".into()],
            (Some(schema), _) => schema,
        };
        let mut faults = Vec::new();
        if !is_json(headers) {
            faults.push("request body: its content-type is not application/json".into());
        }
        match serde_json::from_slice(body) {
            Ok(value) => faults.extend(schema.faults("request body", &value)),
            Err(_) => faults.push("request body: is not JSON".into()),
        }
        faults
    }
}

impl Parameter {
    fn faults(&self, location: &str, text: &str) -> Vec<String> {
        self.schema.faults(location, &self.kind.read(text))
    }
}

impl Kind {
    /// A text that does not parse stays a string, which its schema then refuses.
    fn read(&self, text: &str) -> Value {
        let as_text = || Value::from(text);
        match self {
            Self::Text => as_text(),
            // The JSON form: without a plus sign, leading zeros, or a decimal point.
            Self::Integer => match serde_json::from_str(text) {
                Ok(Value::Number(number)) if !number.is_f64() => Value::Number(number),
                _ => as_text(),
            },
            Self::Boolean => text.parse().map_or_else(|_| as_text(), Value::Bool),
            Self::List => text.split(',').collect(),
        }
    }
}

fn parameter_name(part: &str) -> Option<&str> {
    part.strip_prefix('{')?.strip_suffix('}')
}

fn header_faults(description: &Description, headers: &HeaderMap) -> Vec<String> {
    let mut faults = Vec::new();
    for name in ["accept", "user-agent", "x-github-api-version"] {
        let mut values = headers.get_all(name).iter();
        match (values.next(), values.next()) {
            (Some(value), None) if !value.is_empty() => {}
            (Some(_), Some(_)) => faults.push(format!("header {name}: is repeated")),
            _ => faults.push(format!("header {name}: is missing")),
        }
    }
    let version = headers.get("x-github-api-version");
    if version.is_some_and(|version| version != description.api_version.as_str()) {
        faults.push("header x-github-api-version: does not match the description".into());
    }
    faults
}

/// Whether the content type of a message is JSON, with or without parameters.
pub(super) fn is_json(headers: &HeaderMap) -> bool {
    let content_type = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let media_type = content_type.and_then(|value| value.split(';').next());
    media_type.is_some_and(|media_type| media_type.trim() == "application/json")
}
