//! The doc comments of scopes, sub-scopes and their methods.

use super::SubScope;
use crate::calls::example;
use crate::doc_comment::sentence;
use crate::naming;
use crate::operation_docs::{common_summary, details, listed, summary};
use crate::read::{Operation, Root, Slice};

/// A method with one operation.
pub(super) fn of_method(slice: &Slice, operation: &Operation) -> String {
    format!("{}\n\n{}\n\n{}", summary(operation), details(operation), example(slice, operation))
}

/// A method of a shared sub-scope: what all scopes have in common, and what each has.
pub(super) fn of_shared_method(slice: &Slice, operations: &[(Root, &Operation)]) -> String {
    let mut docs = common_summary(operations.iter().map(|(_, operation)| *operation));
    for (root, operation) in operations {
        let (details, example) = (details(operation), example(slice, operation));
        docs += &format!("\n\n# {}\n\n{}\n\n{details}\n\n{example}", root.type_name(), summary(operation));
    }
    docs
}

/// The method of a scope that returns a sub-scope.
pub(super) fn of_accessor(root: Root, sub_scope: &SubScope) -> String {
    let name = sub_scope.name();
    let of_root = sub_scope.methods.iter().filter(|(other, ..)| *other == root);
    let methods = of_root.map(|(_, method, _)| format!("[`{0}`](crate::{name}::{0})", method.name));
    let mut docs = format!("Returns the sub-scope of {}, for {}.", noun(sub_scope), listed(methods, "and"));
    for argument in sub_scope.arguments() {
        let name = naming::field(&argument.name);
        docs += &format!("\n\n`{name}`: {}", sentence(&argument.description));
    }
    docs + "\n\nNothing is sent."
}

/// The type of a sub-scope.
pub(super) fn of_sub_scope(sub_scope: &SubScope) -> String {
    let method = &sub_scope.segment.name;
    let scopes: Vec<_> = sub_scope.scopes().roots().collect();
    let created =
        scopes.iter().map(|root| format!("[`{0}::{method}`](crate::{0}::{method})", root.type_name()));
    let noun = noun(sub_scope);
    let nouns = scopes.iter().map(|root| root.noun().to_owned());
    format!("The sub-scope of {noun} of {}; created by {}.", listed(nouns, "or"), listed(created, "or"))
}

/// Such as «one alert», or «the pattern configurations» without an argument.
fn noun(sub_scope: &SubScope) -> String {
    let article = if sub_scope.segment.arguments.is_empty() { "the" } else { "one" };
    format!("{article} {}", sub_scope.segment.name.replace('_', " "))
}
