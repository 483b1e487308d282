//! Operations: paths, parameters, bodies, responses and extensions.

use super::call::{self, Call};
use super::extensions::{Permissions, availability, docs, family, internal, permissions};
use super::names::PAGING;
use super::paging::{self, Pagination};
use super::parameter::{self, Parameter, Parameters};
use super::payload::{self, Success};
use super::reader::Reader;
use super::root::Root;
use crate::document::join;

const METHODS: &[&str] = &["delete", "get", "patch", "post", "put"];
const KEYS: &[&str] = &[
    "description",
    "externalDocs",
    "operationId",
    "parameters",
    "requestBody",
    "responses",
    "summary",
    "tags",
    "x-availability",
    "x-call",
    "x-exclusive",
    "x-family",
    "x-idempotent",
    "x-internal",
    "x-pagination",
    "x-permissions",
    "x-request",
    "x-type",
];

#[derive(Clone, Debug)]
pub(crate) struct Operation {
    /// The published `operationId`.
    pub(crate) id: String,
    /// The name of its row in the operations table, and of its request type unless that is shared.
    pub(crate) request: String,
    /// The Rust name of a request type that operations of several scopes share.
    pub(crate) shared_type: Option<String>,
    /// How a service calls it; `None` for an internal operation.
    pub(crate) call: Option<Call>,
    pub(crate) family: String,
    /// In small letters.
    pub(crate) method: String,
    pub(crate) path: String,
    pub(crate) summary: String,
    pub(crate) description: String,
    pub(crate) docs: String,
    pub(crate) pagination: Option<Pagination>,
    pub(crate) idempotent: bool,
    /// Whether the client alone calls it, so that the facade shows no request for it.
    pub(crate) internal: bool,
    pub(crate) permissions: Permissions,
    pub(crate) availability: Vec<String>,
    /// Pairs of query parameters of which at most one may be set.
    pub(crate) exclusive: Vec<(String, String)>,
    pub(crate) path_parameters: Vec<Parameter>,
    pub(crate) query: Vec<Parameter>,
    /// The schema of its body.
    pub(crate) body: Option<String>,
    /// The status of a success.
    pub(crate) success_status: u16,
    pub(crate) success: Success,
    pub(crate) pointer: String,
}

impl Operation {
    /// Returns the Rust name of its request type.
    pub(crate) fn type_name(&self) -> &str {
        self.shared_type.as_deref().unwrap_or(&self.request)
    }

    /// Returns the path parameters that its scope does not hold.
    pub(crate) fn own_parameters(&self, root: Root) -> impl Iterator<Item = &Parameter> {
        self.path_parameters.iter().filter(move |parameter| !root.holds(&parameter.name))
    }

    /// Returns the query parameters that a caller may set; the pager sets the others.
    pub(crate) fn settable(&self) -> impl Iterator<Item = &Parameter> {
        let paged = self.pagination.is_some();
        let is_paging = |parameter: &&Parameter| PAGING.contains(&parameter.name.as_str());
        self.query.iter().filter(move |parameter| !(paged && is_paging(parameter)))
    }
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
                reader.problem(&join(&pointer, "operationId"), what, "give each operation an id of its own");
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
    let parameters = parameter::read_all(reader, pointer);
    placeholders(reader, pointer, path, &parameters);
    // All are read before the first missing one ends the function, so that all problems are reported at once.
    let family = family(reader, pointer);
    let (request, summary) = (reader.text(pointer, "x-request"), reader.text(pointer, "summary"));
    let (description, docs) =
        (reader.text(pointer, "description"), docs(reader, &join(pointer, "externalDocs")));
    let (pagination, permissions) = (
        paging::pagination(reader, pointer, &parameters),
        permissions(reader, &join(pointer, "x-permissions")),
    );
    let (idempotent, availability) = (reader.truth(pointer, "x-idempotent"), availability(reader, pointer));
    let exclusive = paging::exclusive(reader, &join(pointer, "x-exclusive"), &parameters);
    let internal = internal(reader, pointer);
    let call = call::read(reader, pointer, path, internal);
    let shared_type = match reader.get(pointer, "x-type") {
        Some(_) => reader.text(pointer, "x-type"),
        None => None,
    };
    let body = payload::body(reader, &join(pointer, "requestBody"));
    let success = payload::success(reader, &join(pointer, "responses"));
    let operation = Operation {
        id,
        request: request?,
        shared_type,
        call,
        family: family?,
        method: method.to_owned(),
        path: path.to_owned(),
        summary: summary?,
        description: description?,
        docs: docs?,
        pagination: pagination?,
        idempotent,
        internal,
        permissions: permissions?,
        availability,
        exclusive,
        path_parameters: parameters.path,
        query: parameters.query,
        body,
        success_status: success.as_ref()?.0,
        success: success?.1,
        pointer: pointer.to_owned(),
    };
    if operation.pagination.is_some() != matches!(operation.success, Success::List(_)) {
        reader.problem(pointer, "`x-pagination` belongs on lists, and on every list", "add it, or remove it");
    }
    Some(operation)
}

/// Every `{name}` in the path is a parameter, and the other way round.
fn placeholders(reader: &mut Reader, pointer: &str, path: &str, parameters: &Parameters) {
    let mut unnamed = Vec::new();
    for segment in path.split('/').skip(1) {
        let name = segment.strip_prefix('{').and_then(|rest| rest.strip_suffix('}'));
        let plain = |text: &str| {
            !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || "-_.".contains(c))
        };
        if !path.starts_with('/')
            || !plain(name.unwrap_or(segment))
            || name.is_some_and(|name| unnamed.contains(&name))
        {
            reader.problem(
                pointer,
                "this is not a path template",
                "write it as `/orgs/{org}/…`, each name once",
            );
            return;
        }
        unnamed.extend(name);
    }
    if !parameters.complete {
        return;
    }
    for parameter in &parameters.path {
        let before = unnamed.len();
        unnamed.retain(|name| *name != parameter.name);
        if before == unnamed.len() {
            reader.problem(
                pointer,
                format!("the path has no `{{{}}}`", parameter.name),
                "take the parameter out, or write it into the path",
            );
        }
    }
    for name in unnamed {
        reader.problem(
            pointer,
            format!("the path has `{{{name}}}`, and no parameter names it"),
            "add a path parameter of this name",
        );
    }
}
