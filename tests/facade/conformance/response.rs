//! Checks a response against the description.

use http::{HeaderMap, header};

use super::description::{Operation, description};
use super::request::is_json;
use super::schema::Schema;

/// Returns all faults of a response of this operation.
///
/// GitHub's description omits most errors that every operation can return, such as 401, 403 and 429. So an
/// undeclared status must be an error with the common error schema, and never a success.
pub(crate) fn response(operation: &Operation, status: u16, headers: &HeaderMap, body: &[u8]) -> Vec<String> {
    let declared = operation.responses.get(&status);
    let mut faults = match declared {
        Some(response) => body_faults(response.body.as_ref(), headers, body),
        None if status >= 400 => body_faults(Some(&description().error_body), headers, body),
        None => vec!["the status is not declared".into()],
    };
    if headers.contains_key(header::LINK) && !declared.is_some_and(|response| response.has_link) {
        faults.push("header link: is not declared".into());
    }
    faults.into_iter().map(|fault| format!("{}: {status}: {fault}", operation.id)).collect()
}

fn body_faults(schema: Option<&Schema>, headers: &HeaderMap, body: &[u8]) -> Vec<String> {
    let Some(schema) = schema else {
        return if body.is_empty() { Vec::new() } else { vec!["response body: must be empty".into()] };
    };
    let mut faults = Vec::new();
    if !is_json(headers) {
        faults.push("response body: its content-type is not application/json".into());
    }
    match serde_json::from_slice(body) {
        Ok(value) => faults.extend(schema.faults("response body", &value)),
        Err(_) => faults.push("response body: is not JSON".into()),
    }
    faults
}
