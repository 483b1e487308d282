//! Operations: their place, their extensions, and what they answer.



use super::parameter::{self, Parameter};
use super::reader::Reader;
use super::references::schema_name;
use super::shape::{self, Shape};
use crate::document::join;

const METHODS: &[&str] = &["delete", "get", "patch", "post", "put"];
const KEYS: &[&str] = &[
    "description", "externalDocs", "operationId", "parameters", "requestBody", "responses", "summary", "tags",
    "x-availability", "x-exclusive", "x-family", "x-idempotent", "x-pagination", "x-permissions", "x-request",
];
const JSON: &str = "application/json";

#[derive(Clone, Debug)]
pub(crate) struct Operation {
    /// The published `operationId`.
    pub(crate) id: String,
    /// The Rust name of its request type on the facade.
    pub(crate) request: String,
    pub(crate) family: String,
    /// In small letters.
    pub(crate) method: String,
    pub(crate) path: String,
    pub(crate) summary: String,
    pub(crate) description: String,
    pub(crate) docs: String,
    pub(crate) pagination: Option<Pagination>,
    pub(crate) idempotent: bool,
    pub(crate) permissions: Permissions,
    pub(crate) availability: Vec<String>,
    /// Pairs of query parameters of which at most one may be set.
    pub(crate) exclusive: Vec<(String, String)>,
    pub(crate) path_parameters: Vec<Parameter>,
    pub(crate) query: Vec<Parameter>,
    /// The schema of its body.
    pub(crate) body: Option<String>,
    pub(crate) success: Success,
    pub(crate) pointer: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pagination {
    Page,
    Cursor,
    PageAndCursor,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Permissions {
    pub(crate) fine_grained: Vec<String>,
    pub(crate) classic: Vec<String>,
    pub(crate) installation: bool,
}

/// What an operation answers when it succeeds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Success {
    Nothing,
    One(String),
    List(String),
}

pub(super) fn read_all(reader: &mut Reader) -> Vec<Operation> {
    let paths: Vec<&String> = reader.document.members("/paths").map(|(path, _)| path).collect();
    let mut operations = Vec::<Operation>::new();
    for path in paths {
        let pointer = join("/paths", path);
        reader.about(format!("path `{path}`"));
        let Some(item) = reader.object_of(&pointer, METHODS) else { continue };
        for method in item.keys().filter(|key| METHODS.contains(&key.as_str())) {
            let pointer = join(&pointer, method);
            let Some(operation) = read(reader, &pointer, path, method) else { continue };
            if let Some(first) = operations.iter().find(|other| other.id == operation.id) {
                let what = format!("its operationId is also that of `{} {}`", first.method, first.path);
                reader.problem(&pointer, what, "give each operation an id of its own");
            }
            operations.push(operation);
        }
    }
    operations
}

fn read(reader: &mut Reader, pointer: &str, path: &str, method: &str) -> Option<Operation> {
    reader.about(format!("operation `{method} {path}`"));
    let id = reader.text(pointer, "operationId")?;
    reader.about(format!("operation `{id}`"));
    reader.object_of(pointer, KEYS)?;
    let (path_parameters, query) = parameter::read_all(reader, pointer);
    placeholders(reader, pointer, path, &path_parameters);
    let family = reader.text(pointer, "x-family")?;
    let file = reader.document.file(pointer).unwrap_or_default();
    if file.strip_suffix(".yaml") != Some(&family) {
        reader.problem(pointer, format!("it says that its family is `{family}`"), "let `x-family` be the name of its file");
    }
    let operation = Operation {
        request: reader.text(pointer, "x-request")?,
        method: method.to_owned(),
        path: path.to_owned(),
        summary: reader.text(pointer, "summary")?,
        description: reader.text(pointer, "description")?,
        docs: reader.text(&join(pointer, "externalDocs"), "url")?,
        pagination: pagination(reader, pointer, &query)?,
        idempotent: reader.truth(pointer, "x-idempotent"),
        permissions: permissions(reader, &join(pointer, "x-permissions"))?,
        availability: reader.texts(pointer, "x-availability"),
        exclusive: exclusive(reader, &join(pointer, "x-exclusive"), &query),
        path_parameters,
        query,
        body: body(reader, &join(pointer, "requestBody")),
        success: success(reader, &join(pointer, "responses"))?,
        pointer: pointer.to_owned(),
        family,
        id,
    };
    if operation.pagination.is_some() != matches!(operation.success, Success::List(_)) {
        reader.problem(pointer, "`x-pagination` stands on lists, and on every list", "add it, or take it out");
    }
    Some(operation)
}

/// Every `{name}` in the path is a parameter, and the other way round.
fn placeholders(reader: &mut Reader, pointer: &str, path: &str, parameters: &[Parameter]) {
    let mut unnamed: Vec<&str> =
        path.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name).collect();
    for parameter in parameters {
        let before = unnamed.len();
        unnamed.retain(|name| *name != parameter.name);
        if before == unnamed.len() {
            reader.problem(pointer, format!("the path has no `{{{}}}`", parameter.name), "take the parameter out, or write it into the path");
        }
    }
    for name in unnamed {
        reader.problem(pointer, format!("the path has `{{{name}}}`, and no parameter names it"), "add a path parameter of this name");
    }
    if path.matches('{').count() != path.matches('}').count() || !path.starts_with('/') {
        reader.problem(pointer, "this is not a path template", "write it as `/orgs/{org}/…`");
    }
}

fn pagination(reader: &mut Reader, pointer: &str, query: &[Parameter]) -> Option<Option<Pagination>> {
    if reader.get(pointer, "x-pagination").is_none() {
        return Some(None);
    }
    let style = match reader.text(pointer, "x-pagination")?.as_str() {
        "page" => Pagination::Page,
        "cursor" => Pagination::Cursor,
        "page-and-cursor" => Pagination::PageAndCursor,
        other => {
            reader.problem(pointer, format!("`{other}` is not a way of paging"), "say `page`, `cursor` or `page-and-cursor`");
            return None;
        }
    };
    let has = |name: &str, shape: Shape| query.iter().any(|parameter| parameter.name == name && parameter.shape == shape);
    let by_page = has("page", Shape::Unsigned);
    let by_cursor = has("after", Shape::Text) && has("before", Shape::Text);
    let wanted = (style != Pagination::Cursor, style != Pagination::Page);
    if (by_page, by_cursor) != wanted || !has("per_page", Shape::Unsigned) {
        reader.problem(
            pointer,
            "its parameters do not fit its way of paging",
            "`page` needs `page`, `cursor` needs `after` and `before`, and each needs `per_page`",
        );
    }
    Some(Some(style))
}

fn permissions(reader: &mut Reader, pointer: &str) -> Option<Permissions> {
    reader.object_of(pointer, &["classic", "fine-grained", "installation"])?;
    Some(Permissions {
        fine_grained: reader.texts(pointer, "fine-grained"),
        classic: reader.texts(pointer, "classic"),
        installation: reader.truth(pointer, "installation"),
    })
}

fn exclusive(reader: &mut Reader, pointer: &str, query: &[Parameter]) -> Vec<(String, String)> {
    let Some(pairs) = reader.document.root.pointer(pointer) else { return Vec::new() };
    let mut exclusive = Vec::new();
    for pair in pairs.as_array().into_iter().flatten() {
        let known = |name: &String| query.iter().any(|parameter| &parameter.name == name);
        match reader.texts_in(pointer, pair).as_slice() {
            [one, other] if known(one) && known(other) => exclusive.push((one.clone(), other.clone())),
            _ => reader.problem(pointer, "this is not a pair of its query parameters", "write `[[one, other]]`"),
        }
    }
    if exclusive.is_empty() {
        reader.problem(pointer, "`x-exclusive` names no pair", "write `[[one, other]]`, or take it out");
    }
    exclusive
}

/// The schema at `pointer`/content, of the one media type that is taken.
fn content(reader: &mut Reader, pointer: &str) -> Option<String> {
    let content = join(pointer, "content");
    let media_types = reader.object(&content)?;
    if media_types.len() != 1 || !media_types.contains_key(JSON) {
        reader.problem(&content, format!("its media types are not `{JSON}` alone"), format!("keep `{JSON}`; the client speaks no other"));
        return None;
    }
    let media_type = join(&content, JSON);
    reader.object_of(&media_type, &["schema"])?;
    Some(join(&media_type, "schema"))
}

fn body(reader: &mut Reader, pointer: &str) -> Option<String> {
    reader.document.root.pointer(pointer)?;
    reader.object_of(pointer, &["content", "description", "required"])?;
    if !reader.truth(pointer, "required") {
        reader.problem(pointer, "its body is optional", "say `required: true`; an optional body is two operations");
    }
    let schema = content(reader, pointer)?;
    let name = reader.get(&schema, "$ref").and_then(schema_name).map(str::to_owned);
    if name.is_none() {
        reader.problem(&schema, "the schema of a body needs a name", "make it a component under `components.schemas`, and refer to it");
    }
    name
}

fn success(reader: &mut Reader, pointer: &str) -> Option<Success> {
    let mut successes = Vec::new();
    for status in reader.object(pointer)?.keys() {
        let pointer = reader.follow(&join(pointer, status));
        if !status.parse::<u16>().is_ok_and(|code| (200..600).contains(&code)) {
            reader.problem(&pointer, format!("`{status}` is not a status code"), "write a code from 200 to 599; `default` would count as success and as error");
            continue;
        }
        reader.object_of(&pointer, &["content", "description", "headers"])?;
        let schema = reader.get(&pointer, "content").and_then(|_| content(reader, &pointer));
        match (status.starts_with('2'), schema) {
            (true, schema) => successes.push(schema),
            (false, Some(schema)) => {
                shape::read(reader, &schema);
            }
            (false, None) => {}
        }
    }
    let [schema] = successes.as_slice() else {
        reader.problem(pointer, format!("it has {} success types", successes.len()), "keep exactly one 2xx response");
        return None;
    };
    let Some(schema) = schema else { return Some(Success::Nothing) };
    match shape::read(reader, schema)?.shape {
        Shape::Named(name) => Some(Success::One(name)),
        Shape::List(items) => match *items {
            Shape::Named(name) => Some(Success::List(name)),
            _ => {
                reader.problem(schema, "the items of its list have no name", "refer to a named schema");
                None
            }
        },
        _ => {
            reader.problem(schema, "its answer has no name", "refer to a named schema, or to a list of one");
            None
        }
    }
}
