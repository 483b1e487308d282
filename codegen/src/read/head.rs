//! What belongs to the document as a whole: title, servers, tags, security, and the kinds of components.

use std::collections::BTreeSet;

use super::reader::Reader;
use crate::document::join;

const KINDS: &[&str] = &["headers", "parameters", "responses", "schemas", "securitySchemes"];

/// Checks the head, and gives the version of the API.
pub(super) fn read(reader: &mut Reader) -> String {
    let version = info(reader);
    servers(reader);
    tags(reader);
    security(reader);
    components(reader);
    if reader.document.root.get("externalDocs").is_some() {
        reader.object_of("/externalDocs", &["description", "url"]);
        reader.text("/externalDocs", "url");
    }
    version.unwrap_or_default()
}

fn info(reader: &mut Reader) -> Option<String> {
    reader.about("the title");
    reader.object_of("/info", &["description", "license", "title", "version"])?;
    reader.text("/info", "title");
    if reader.get("/info", "license").is_some() {
        reader.object_of("/info/license", &["name", "url"])?;
        reader.text("/info/license", "name");
    }
    let version = reader.text("/info", "version")?;
    // It is sent in a header.
    let is_date = version.len() == 10
        && version
            .char_indices()
            .all(|(at, c)| if matches!(at, 4 | 7) { c == '-' } else { c.is_ascii_digit() });
    if !is_date {
        let what = format!("the version {version:?} is not the date of an API version");
        reader.problem("/info/version", what, "write it as `'2022-11-28'`");
    }
    Some(version)
}

fn servers(reader: &mut Reader) {
    reader.about("the servers");
    for index in 0..reader.list("/servers") {
        let pointer = join("/servers", &index.to_string());
        if reader.object_of(&pointer, &["description", "url", "variables"]).is_none() {
            continue;
        }
        reader.text(&pointer, "url");
        let variables = join(&pointer, "variables");
        if reader.get(&pointer, "variables").is_none() {
            continue;
        }
        for name in reader.object(&variables).into_iter().flat_map(|variables| variables.keys()) {
            let pointer = join(&variables, name);
            if reader.object_of(&pointer, &["default", "description"]).is_some() {
                reader.text(&pointer, "default");
            }
        }
    }
}

/// There is one tag for each family, which is each file with paths.
fn tags(reader: &mut Reader) {
    reader.about("the tags");
    let origins = reader.document.origins.iter().filter(|(pointer, _)| pointer.starts_with("/paths/"));
    let mut missing: BTreeSet<&str> = origins.filter_map(|(_, file)| file.strip_suffix(".yaml")).collect();
    for index in 0..reader.list("/tags") {
        let pointer = join("/tags", &index.to_string());
        if reader.object_of(&pointer, &["description", "name"]).is_none() {
            continue;
        }
        reader.text(&pointer, "description");
        if let Some(name) = reader.text(&pointer, "name")
            && !missing.remove(name.as_str())
        {
            reader.problem(
                &pointer,
                format!("the tag `{name}` names no family, or one that has a tag"),
                "remove it",
            );
        }
    }
    for family in missing {
        reader.problem(
            "/tags",
            format!("the family `{family}` has no tag"),
            format!("add `name: {family}` with a description"),
        );
    }
}

fn security(reader: &mut Reader) {
    reader.about("the security");
    const SCHEMES: &str = "/components/securitySchemes";
    if reader.document.root.pointer(SCHEMES).is_some() {
        for name in reader.object(SCHEMES).into_iter().flat_map(|schemes| schemes.keys()) {
            let pointer = join(SCHEMES, name);
            if reader.object_of(&pointer, &["description", "scheme", "type"]).is_none() {
                continue;
            }
            let both = (reader.text(&pointer, "type"), reader.text(&pointer, "scheme"));
            if both != (Some("http".to_owned()), Some("bearer".to_owned())) {
                reader.problem(
                    &pointer,
                    "the client sends bearer tokens alone",
                    "write `type: http` and `scheme: bearer`",
                );
            }
        }
    }
    if reader.document.root.get("security").is_none() {
        return;
    }
    for index in 0..reader.list("/security") {
        let pointer = join("/security", &index.to_string());
        for name in reader.object(&pointer).into_iter().flat_map(|ways| ways.keys()) {
            if reader.get(SCHEMES, name).is_none() {
                reader.problem(
                    &pointer,
                    format!("there is no security scheme `{name}`"),
                    "name one of `components.securitySchemes`",
                );
            }
            reader.texts(&pointer, name);
        }
    }
}

fn components(reader: &mut Reader) {
    reader.about("the components");
    let document = reader.document;
    for (kind, _) in document.members("/components") {
        let section = join("/components", kind);
        for (name, _) in document.members(&section) {
            let pointer = join(&section, name);
            if !KINDS.contains(&kind.as_str()) {
                let what = format!("`{kind}` are no components that are taken");
                reader.problem(&pointer, what, format!("use one of: {}", KINDS.join(", ")));
            } else if name.is_empty() || !name.chars().all(|c| c.is_ascii_alphanumeric()) {
                let what = format!("`{name}` cannot name a component");
                reader.problem(&pointer, what, "use letters and digits alone");
            }
        }
    }
}
