//! Writes calls of operations: examples of the documentation, and calls for tests.
//!
//! Calls alone: what a call sends is never expected here, but by tests that read the description.

mod consumer;
mod samples;
mod test_calls;

use samples::{Extent, argument, value};

use crate::naming;
use crate::read::{Condition, Kind, Operation, Parameter, Property, Root, Shape, Slice, Success};

pub(crate) use consumer::consumer;
pub(crate) use test_calls::calls as test_calls;

/// The compiled example of an operation.
pub(crate) fn example(slice: &Slice, operation: &Operation) -> String {
    let Some(call) = &operation.call else { return String::new() };
    let (request, root) = (plain(slice, operation), call.root.variable());
    let models = if request.contains("models::") { ", models" } else { "" };
    let sent = if operation.pagination.is_some() {
        format!(
            "let mut items = {request}.stream(); while let Some(item) = items.try_next().await? {{ \
             println!(\"{{item:?}}\"); }}"
        )
    } else if operation.success == Success::Nothing {
        format!("{request}.await?;")
    } else {
        format!("let response = {request}.await?; println!(\"{{response:?}}\");")
    };
    let body = formatted(&format!("let {root} = github.{}?; {sent}", created(call.root)));
    format!(
        "```no_run\n# use github_secret_scanning::{{Client, Error{models}}};\n\
         # async fn example(github: Client) -> Result<(), Error> {{\n{body}# Ok(())\n# }}\n```"
    )
}

/// Statements as a person would set them; as they are where they are no Rust.
fn formatted(statements: &str) -> String {
    let Ok(file) = syn::parse_str::<syn::File>(&format!("async fn example() {{ {statements} }}")) else {
        return format!("{statements}\n");
    };
    let text = prettyplease::unparse(&file);
    let lines: Vec<&str> = text.lines().collect();
    let body = lines.get(1..lines.len().saturating_sub(1)).unwrap_or_default();
    body.iter().map(|line| format!("{}\n", line.strip_prefix("    ").unwrap_or(line))).collect()
}

/// The expression that creates a scope from a client.
pub(super) fn created(root: Root) -> &'static str {
    match root {
        Root::Enterprise => "enterprise(\"acme-inc\")",
        Root::Org => "org(\"acme\")",
        Root::Repo => "repo(\"acme\", \"widgets\")",
    }
}

/// The expression that makes the request of an operation, with what must be set.
pub(super) fn plain(slice: &Slice, operation: &Operation) -> String {
    let mut request = start(slice, operation);
    let Some((properties, at_least_one, conditions)) = body(slice, operation) else { return request };
    let required = properties.iter().any(|property| property.required);
    let first = match at_least_one.first() {
        Some(name) => properties.iter().find(|property| property.name == *name),
        None if required => None,
        None => properties.first(),
    };
    if let Some(property) = first {
        // A value that requires nothing else, as far as there is one.
        let avoided: Vec<&Condition> = conditions
            .iter()
            .filter(|condition| condition.property == property.name && !condition.required.is_empty())
            .collect();
        request += &set_property(slice, property, Extent::Required, &avoided);
    }
    request
}

/// The calls that set every parameter and every property of an operation; several where some of them
/// exclude each other, and each is set by at least one.
pub(super) fn all(slice: &Slice, operation: &Operation) -> Vec<String> {
    let mut requests = Vec::new();
    for left_out in left_out(operation) {
        let mut request = start(slice, operation);
        for parameter in operation.settable().filter(|parameter| !left_out.contains(&parameter.name.as_str()))
        {
            request += &set_parameter(slice, parameter);
        }
        for property in body(slice, operation).into_iter().flat_map(|(properties, ..)| properties) {
            if !property.required {
                let conditions = body(slice, operation).map_or(&[][..], |(_, _, conditions)| conditions);
                let avoided: Vec<&Condition> = conditions
                    .iter()
                    .filter(|condition| condition.property == property.name && !condition.absent.is_empty())
                    .collect();
                request += &set_property(slice, property, Extent::All, &avoided);
            }
        }
        requests.push(request);
    }
    requests
}

/// A call for each query parameter, which sets that one alone: parameter, and call.
pub(super) fn alone<'o>(slice: &Slice, operation: &'o Operation) -> Vec<(&'o str, String)> {
    let call = |parameter: &'o Parameter| {
        (parameter.name.as_str(), start(slice, operation) + &set_parameter(slice, parameter))
    };
    operation.settable().map(call).collect()
}

/// The scope, the sub-scope and the method, with sample arguments.
fn start(slice: &Slice, operation: &Operation) -> String {
    let Some(call) = &operation.call else { return String::new() };
    let mut text = call.root.variable().to_owned();
    for segment in call.sub_scope.iter().chain([&call.method]) {
        let arguments: Vec<_> = segment.arguments.iter().map(|name| sample(slice, operation, name)).collect();
        text += &format!(".{}({})", segment.name, arguments.join(", "));
    }
    text
}

/// A sample of the path parameter or the property that an argument of a call names.
fn sample(slice: &Slice, operation: &Operation, name: &str) -> String {
    let own = operation.path_parameters.iter().find(|parameter| parameter.name == name);
    if let Some(parameter) = own {
        return argument(slice, name, &parameter.shape, &parameter.bounds, Extent::Required);
    }
    let properties = body(slice, operation).map_or(&[][..], |(properties, ..)| properties);
    let property = properties.iter().find(|property| property.name == name);
    property.map_or_else(String::new, |property| {
        argument(slice, name, &property.shape, &property.bounds, Extent::All)
    })
}

fn set_parameter(slice: &Slice, parameter: &Parameter) -> String {
    let Parameter { name, shape, bounds, .. } = parameter;
    format!(".{}({})", naming::field(name), argument(slice, name, shape, bounds, Extent::All))
}

fn set_property(slice: &Slice, property: &Property, extent: Extent, avoided: &[&Condition]) -> String {
    let Property { name, shape, bounds, .. } = property;
    let value = match shape {
        list @ Shape::List(_) => argument(slice, name, list, bounds, extent),
        shape => value(slice, name, shape, bounds, extent, avoided),
    };
    format!(".{}({value})", naming::field(name))
}

type Body<'s> = (&'s [Property], &'s [String], &'s [Condition]);

fn body<'s>(slice: &'s Slice, operation: &Operation) -> Option<Body<'s>> {
    match &slice.schemas.get(operation.body.as_ref()?)?.kind {
        Kind::Object { properties, at_least_one, conditions, .. } => {
            Some((properties, at_least_one, conditions))
        }
        _ => None,
    }
}

/// For each call the parameters that it leaves out, so that no two that exclude each other are set
/// together, and each is set by at least one call.
fn left_out(operation: &Operation) -> Vec<Vec<&str>> {
    let mut paired = Vec::<&str>::new();
    for name in operation.exclusive.iter().flat_map(|(one, other)| [one.as_str(), other.as_str()]) {
        if !paired.contains(&name) {
            paired.push(name);
        }
    }
    let exclude = |one: &str, other: &str| {
        let is = |(a, b): &(String, String)| (a == one && b == other) || (a == other && b == one);
        operation.exclusive.iter().any(is)
    };
    let mut covered = Vec::<&str>::new();
    let mut calls = Vec::new();
    while calls.is_empty() || covered.len() < paired.len() {
        let mut kept = Vec::<&str>::new();
        // What no call has set yet comes first, so the first of it is always set.
        let (new, old): (Vec<&str>, Vec<&str>) = paired.iter().partition(|name| !covered.contains(name));
        for name in new.into_iter().chain(old) {
            if !kept.iter().any(|other| exclude(name, other)) {
                kept.push(name);
            }
        }
        covered.extend(kept.iter().copied().filter(|name| !covered.contains(name)).collect::<Vec<_>>());
        calls.push(paired.iter().copied().filter(|name| !kept.contains(name)).collect());
    }
    calls
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_exclusive_parameter_is_set_by_a_call_and_no_pair_by_one() {
        let slice = crate::test_slice::operation("a/b", Success::Nothing);
        let mut operation = slice.operations.into_iter().next().expect("the slice has one");
        assert_eq!(left_out(&operation), [Vec::<&str>::new()]);
        let pair = |one: &str, other: &str| (one.to_owned(), other.to_owned());
        operation.exclusive = vec![pair("a", "b"), pair("c", "d")];
        assert_eq!(left_out(&operation), [["b", "d"], ["a", "c"]]);
        operation.exclusive = vec![pair("a", "b"), pair("b", "c")];
        assert_eq!(left_out(&operation), [vec!["b"], vec!["a", "c"]]);
    }
}
