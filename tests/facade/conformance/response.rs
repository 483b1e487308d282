//! Whether a response is one of the description.

use http::{HeaderMap, header};

use super::description::{Operation, description};
use super::request::is_json;
use super::schema::Schema;

/// All that is wrong with a response of this operation.
///
/// GitHub's own description declares few of the errors that every operation can have: hardly a 401, a 403
/// here and there, never a 429. So a status that is not declared may be any error, in the one form that all
/// errors have; it is never a success.
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
        return if body.is_empty() { Vec::new() } else { vec!["response body: there must be none".into()] };
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
