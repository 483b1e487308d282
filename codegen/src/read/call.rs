//! `x-call`: how a service calls an operation, such as `repo.alert(alert_number).get`.

use super::reader::Reader;
use super::root::Root;
use crate::document::join;
use crate::naming;

const FORM: &str = "write it as `org.alerts`, `repo.alert(alert_number).get` or `repo.review(message)`";

/// A scope, at most one sub-scope, and a method.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Call {
    pub(crate) root: Root,
    pub(crate) sub_scope: Option<Segment>,
    pub(crate) method: Segment,
}

/// One name of a call, with the names of its arguments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Segment {
    pub(crate) name: String,
    pub(crate) arguments: Vec<String>,
}

impl Call {
    /// Returns the names of all arguments.
    pub(super) fn arguments(&self) -> impl Iterator<Item = &String> {
        self.segments().flat_map(|segment| &segment.arguments)
    }

    /// Returns the sub-scope and the method.
    pub(super) fn segments(&self) -> impl Iterator<Item = &Segment> {
        self.sub_scope.iter().chain([&self.method])
    }
}

/// Reads the call of the operation at `operation`; `None` for an internal one, and with a problem.
pub(super) fn read(reader: &mut Reader, operation: &str, path: &str, internal: bool) -> Option<Call> {
    if internal {
        for key in ["x-call", "x-type"] {
            if reader.get(operation, key).is_some() {
                let what = format!("`{key}` on an internal operation, which the facade does not offer");
                reader.problem(&join(operation, key), what, "remove it, or remove `x-internal`");
            }
        }
        return None;
    }
    let Some(root) = Root::of_path(path) else {
        // What is no path template is a problem already.
        if !path.starts_with('/') {
            return None;
        }
        reader.problem(
            operation,
            format!("the facade has no scope for `{path}`"),
            "begin the path with /repos/{owner}/{repo}, /orgs/{org} or /enterprises/{enterprise}, or add \
             another scope to codegen/src/read/root.rs and src/scope.rs",
        );
        return None;
    };
    let text = reader.text(operation, "x-call")?;
    let pointer = join(operation, "x-call");
    let Some((variable, segments)) = parse(&text) else {
        reader.problem(&pointer, format!("`{text}` is not a call"), FORM);
        return None;
    };
    if Root::called(variable) != Some(root) {
        let what =
            format!("the call begins with `{variable}`, and the path with the scope `{}`", root.variable());
        reader.problem(&pointer, what, format!("begin the call with `{}`", root.variable()));
        return None;
    }
    let mut segments = segments.into_iter();
    let (first, second) = (segments.next()?, segments.next());
    Some(match second {
        Some(method) => Call { root, sub_scope: Some(first), method },
        None => Call { root, sub_scope: None, method: first },
    })
}

/// Parses a root, and one or two segments.
fn parse(text: &str) -> Option<(&str, Vec<Segment>)> {
    let (root, rest) = text.split_once('.')?;
    let segments = rest.split('.').map(segment).collect::<Option<Vec<_>>>()?;
    (1..=2).contains(&segments.len()).then_some((root, segments))
}

fn segment(text: &str) -> Option<Segment> {
    let (name, arguments) = match text.split_once('(') {
        None => (text, Vec::new()),
        Some((name, rest)) => {
            let arguments = rest.strip_suffix(')')?.split(',').map(|argument| argument.trim().to_owned());
            (name, arguments.collect())
        }
    };
    let names = naming::is_module_name(name) && arguments.iter().all(|name| naming::is_module_name(name));
    names.then(|| Segment { name: name.to_owned(), arguments })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_call_has_a_root_and_one_or_two_segments() {
        let parsed = parse("repo.request(number).review(status, message)").expect("this is a call");
        let names: Vec<_> = parsed.1.iter().map(|segment| segment.name.as_str()).collect();
        assert_eq!((parsed.0, names), ("repo", vec!["request", "review"]));
        assert_eq!(parsed.1[1].arguments, ["status", "message"]);
        assert_eq!(parse("org.alerts").map(|(_, segments)| segments.len()), Some(1));
    }

    #[test]
    fn a_text_of_another_form_is_no_call() {
        for text in [
            "",
            "repo",
            "repo.",
            "repo.a()",
            "repo.a(b",
            "repo.a.b.c",
            "repo.type",
            "repo.A",
            "repo.a(b)c",
            "repo.a b",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
