//! The bodies of requests and responses.

use serde_json::Value;

use super::reader::Reader;
use super::references::schema_name;
use crate::document::join;

const JSON: &str = "application/json";

/// The success response of an operation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Success {
    Nothing,
    One(String),
    List(String),
}

/// The schema of the body, where there is one.
pub(super) fn body(reader: &mut Reader, pointer: &str) -> Option<String> {
    reader.document.root.pointer(pointer)?;
    reader.object_of(pointer, &["content", "description", "required"])?;
    reader.truth(pointer, "required");
    if reader.get(pointer, "required") == Some(&Value::Bool(false)) {
        reader.problem(
            pointer,
            "its body is optional",
            "write `required: true`; an optional body is two operations",
        );
    }
    let schema = content(reader, pointer)?;
    named(reader, &schema, "the schema of a body needs a name")
}

/// Reads the responses at `pointer`, and returns the status and the body of the one that is a success.
pub(super) fn success(reader: &mut Reader, pointer: &str) -> Option<(u16, Success)> {
    let mut successes = Vec::new();
    for status in reader.object(pointer)?.keys() {
        let pointer = join(pointer, status);
        // progenitor accepts `2XX` and `default` too, and counts the latter as success and as error.
        let code = status.parse::<u16>().ok().filter(|code| status.len() == 3 && (200..600).contains(code));
        let Some(code) = code else {
            reader.problem(
                &pointer,
                format!("`{status}` is not a status code"),
                "write a code from 200 to 599; `default` would count as success and as error",
            );
            continue;
        };
        if code < 300 {
            let body = reader
                .component(&pointer, "responses", |reader, pointer| response(reader, pointer, success_body));
            successes.push(body.map(|body| (code, body)));
        } else {
            reader.component(&pointer, "responses", |reader, pointer| response(reader, pointer, error_body));
        }
    }
    let count = successes.len();
    if count != 1 {
        reader.problem(pointer, format!("it has {count} success types"), "keep exactly one 2xx response");
        return None;
    }
    successes.pop()?
}

/// Reads one response, its content with `read`.
fn response(
    reader: &mut Reader,
    pointer: &str,
    read: impl FnOnce(&mut Reader, &str) -> Option<Success>,
) -> Option<Success> {
    reader.object_of(pointer, &["content", "description", "headers"])?;
    reader.text(pointer, "description")?;
    if reader.get(pointer, "headers").is_some() {
        let headers = join(pointer, "headers");
        for name in reader.object(&headers)?.keys() {
            reader.component(&join(&headers, name), "headers", header)?;
        }
    }
    if reader.get(pointer, "content").is_none() {
        return Some(Success::Nothing);
    }
    let schema = content(reader, pointer)?;
    read(reader, &schema)
}

fn header(reader: &mut Reader, pointer: &str) -> Option<()> {
    reader.object_of(pointer, &["description", "schema"])?;
    reader.text(pointer, "description")?;
    // The facade reads headers as the texts that they are.
    let schema = join(pointer, "schema");
    reader.object_of(&schema, &["type"])?;
    if reader.text(&schema, "type")? != "string" {
        reader.problem(&schema, "a header is a text", "write `schema: {type: string}`");
    }
    Some(())
}

fn success_body(reader: &mut Reader, schema: &str) -> Option<Success> {
    if reader.get(schema, "items").is_none() {
        return named(reader, schema, "its response has no name").map(Success::One);
    }
    reader.object_of(schema, &["items", "type"])?;
    if reader.text(schema, "type")? != "array" {
        reader.problem(schema, "only an array has `items`", "write `type: array`");
    }
    named(reader, &join(schema, "items"), "the items of its list have no name").map(Success::List)
}

fn error_body(reader: &mut Reader, schema: &str) -> Option<Success> {
    named(reader, schema, "its error response has no name").map(Success::One)
}

/// The schema that a bare `$ref` at `pointer` leads to.
fn named(reader: &mut Reader, pointer: &str, what: &str) -> Option<String> {
    let name = reader.get(pointer, "$ref").and_then(schema_name).map(str::to_owned);
    if name.as_ref().is_some_and(|name| reader.is_number(name)) {
        reader.problem(pointer, "a body is a number", "refer to an object, a list, or a union of objects");
    }
    if name.is_none() {
        reader.problem(
            pointer,
            what,
            "make it a component under `components.schemas`, and refer to it by a bare `$ref`",
        );
    }
    name
}

/// The schema at `pointer`/content, of the one media type that is taken.
fn content(reader: &mut Reader, pointer: &str) -> Option<String> {
    let content = join(pointer, "content");
    let media_types = reader.object(&content)?;
    if media_types.len() != 1 || !media_types.contains_key(JSON) {
        reader.problem(
            &content,
            format!("its media types are not `{JSON}` alone"),
            format!("keep `{JSON}`; the client supports no other"),
        );
        return None;
    }
    let media_type = join(&content, JSON);
    reader.object_of(&media_type, &["schema"])?;
    Some(join(&media_type, "schema"))
}
