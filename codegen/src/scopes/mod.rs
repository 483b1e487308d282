//! Writes the methods of the scopes and the sub-scopes, from the `x-call` of each operation.

mod docs;
mod methods;
mod sub_scope;

use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use quote::quote;

use crate::imports::Imports;
use crate::naming;
use crate::read::{Operation, Root, Segment, Slice};
use crate::requests::{RequestType, ScopeSet};

pub(crate) use sub_scope::SubScope;

/// The module of the request types.
const REQUESTS: &str = "crate::generated::requests";

/// What all methods are written from.
pub(crate) struct Scopes<'s> {
    slice: &'s Slice,
    types: &'s BTreeMap<&'s str, RequestType<'s>>,
    /// By their segment.
    pub(crate) sub_scopes: BTreeMap<&'s str, SubScope<'s>>,
}

impl<'s> Scopes<'s> {
    pub(crate) fn new(slice: &'s Slice, types: &'s BTreeMap<&'s str, RequestType<'s>>) -> Self {
        let mut sub_scopes = BTreeMap::new();
        for operation in &slice.operations {
            let Some(call) = &operation.call else { continue };
            let Some(segment) = &call.sub_scope else { continue };
            let sub_scope = sub_scopes
                .entry(segment.name.as_str())
                .or_insert_with(|| SubScope { segment, methods: Vec::new() });
            sub_scope.methods.push((call.root, &call.method, operation));
        }
        Self { slice, types, sub_scopes }
    }

    /// The file of each scope and each sub-scope: module → its docs and items.
    pub(crate) fn files(&self) -> BTreeMap<String, (String, TokenStream)> {
        let mut files = BTreeMap::new();
        for root in Root::ALL {
            let items = self.root(root);
            if !items.is_empty() {
                let docs = format!("The requests of {}.", root.noun());
                let mut imports = self.imports();
                for (segment, sub_scope) in &self.sub_scopes {
                    imports.add(&sub_scope.name(), &format!("super::{segment}"));
                }
                files.insert(root.variable().to_owned(), (docs, imports.add_to(items)));
            }
        }
        for (name, sub_scope) in &self.sub_scopes {
            let docs = format!("The sub-scope `{name}`.");
            let items = self.imports().add_to(self.sub_scope(sub_scope));
            files.insert((*name).to_owned(), (docs, items));
        }
        files
    }

    /// The methods of a scope, and those that return its sub-scopes.
    fn root(&self, root: Root) -> TokenStream {
        let methods = self.slice.operations.iter().filter_map(|operation| {
            let call = operation.call.as_ref()?;
            let own = call.root == root && call.sub_scope.is_none();
            own.then(|| self.method_of_root(root, &call.method, operation))
        });
        let of_root = |sub_scope: &&SubScope| sub_scope.scopes().roots().any(|other| other == root);
        let sub_scopes =
            self.sub_scopes.values().filter(of_root).map(|sub_scope| self.accessor(root, sub_scope));
        let items: Vec<_> = methods.chain(sub_scopes).collect();
        if items.is_empty() {
            return TokenStream::new();
        }
        let name = naming::ident(root.type_name());
        quote!(impl #name { #(#items)* })
    }

    fn imports(&self) -> Imports {
        let mut imports = Imports::fixed();
        for request in self.types.values() {
            imports.add(request.name, REQUESTS);
            request.scopes().import(&mut imports);
        }
        for sub_scope in self.sub_scopes.values() {
            sub_scope.scopes().import(&mut imports);
        }
        imports
    }

    /// Every set of scopes that a sub-scope has, for its enum.
    pub(crate) fn sets(&self) -> impl Iterator<Item = ScopeSet> {
        self.sub_scopes.values().map(SubScope::scopes).filter(|set| set.set_type().is_some())
    }

    /// The request type of an operation; every operation with a call has one.
    fn request(&self, operation: &Operation) -> Option<&RequestType<'s>> {
        self.types.get(operation.type_name())
    }
}

/// A method of a sub-scope: the scope of its operation, its segment, and its operation.
pub(crate) type Method<'s> = (Root, &'s Segment, &'s Operation);
