//! Writes the facade's request types: one for each operation, from the spec alone.
//!
//! A new parameter becomes a setter, its limits become checks, and the call of the request builder
//! is written from that builder's signature, by name.

mod checks;
mod docs;
mod imports;
mod list;
mod names;
mod setters;
mod single;
mod wire;

use std::collections::BTreeMap;

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::ImplItemFn;

use crate::naming;
use crate::problem::Problem;
use crate::read::{Kind, Operation, Property, Shape, Slice};

pub(crate) use names::check as check_names;

/// What one request type is written from.
pub(crate) struct Request<'s> {
    operation: &'s Operation,
    slice: &'s Slice,
    /// The request builder of the operation.
    builder: &'s ImplItemFn,
    scope: Scope,
}

/// The scope that an operation belongs to: what its path begins with.
struct Scope {
    /// The facade's type.
    name: Ident,
    /// The path parameters that it holds, each with the getter of its value.
    parameters: &'static [(&'static str, &'static str)],
}

/// Request type → its file; the operations that only the client calls have none.
pub(crate) fn requests(
    slice: &Slice,
    builders: &BTreeMap<String, ImplItemFn>,
) -> Result<BTreeMap<String, TokenStream>, Problem> {
    let mut requests = BTreeMap::new();
    for operation in slice.operations.iter().filter(|operation| !operation.internal) {
        let name = naming::method(&operation.id);
        let (Some(builder), Some(scope)) = (builders.get(&name), scope(operation)) else {
            return Err(unknown_scope(operation));
        };
        let request = Request { operation, slice, builder, scope };
        let items =
            if operation.pagination.is_some() { list::list(&request) } else { single::single(&request) };
        requests.insert(operation.request.clone(), imports::with_imports(items));
    }
    Ok(requests)
}

fn scope(operation: &Operation) -> Option<Scope> {
    let (name, parameters): (_, &'static [(&'static str, &'static str)]) =
        match operation.path.split('/').nth(1)? {
            "repos" => ("Repo", &[("owner", "owner"), ("repo", "name")]),
            "orgs" => ("Org", &[("org", "login")]),
            "enterprises" => ("Enterprise", &[("enterprise", "slug")]),
            _ => return None,
        };
    let holds_all = parameters
        .iter()
        .all(|(name, _)| operation.path_parameters.iter().any(|parameter| parameter.name == *name));
    holds_all.then(|| Scope { name: naming::ident(name), parameters })
}

fn unknown_scope(operation: &Operation) -> Problem {
    Problem {
        file: Some(format!("{}.yaml", operation.family)),
        subject: Some(format!("operation `{}`", operation.id)),
        pointer: operation.pointer.clone(),
        what: format!("the facade has no scope for `{}`", operation.path),
        help:
            "begin the path with /repos/{owner}/{repo}, /orgs/{org} or /enterprises/{enterprise}, or teach \
               codegen/src/requests and src/scope.rs another scope"
                .to_owned(),
    }
}

impl Request<'_> {
    fn name(&self) -> Ident {
        naming::ident(&self.operation.request)
    }

    fn row(&self) -> Ident {
        naming::row(&self.operation.request)
    }

    /// The path parameters that the scope does not hold: name and type.
    fn own_parameters(&self) -> Vec<(Ident, TokenStream)> {
        let parameters = self.operation.path_parameters.iter();
        parameters
            .filter(|parameter| !self.scope.parameters.iter().any(|(held, _)| parameter.name == *held))
            .map(|parameter| (naming::field(&parameter.name), rust_type(&parameter.shape)))
            .collect()
    }

    /// The properties of its body.
    fn properties(&self) -> &[Property] {
        let schema = self.operation.body.as_ref().and_then(|name| self.slice.schemas.get(name));
        match schema.map(|schema| &schema.kind) {
            Some(Kind::Object { properties, .. }) => properties,
            _ => &[],
        }
    }
}

/// The Rust type of a shape, as a request type stores it.
fn rust_type(shape: &Shape) -> TokenStream {
    match shape {
        Shape::Text | Shape::Secret => quote!(String),
        Shape::DateTime => quote!(chrono::DateTime<chrono::Utc>),
        Shape::Boolean => quote!(bool),
        Shape::Unsigned => quote!(u64),
        Shape::Signed => quote!(i64),
        Shape::Any => quote!(serde_json::Value),
        Shape::Named(name) => {
            let name = naming::ident(name);
            quote!(types::#name)
        }
        Shape::List(items) => {
            let items = rust_type(items);
            quote!(Vec<#items>)
        }
    }
}
