//! Writes the facade's request types, from the spec alone.
//!
//! A new parameter becomes a setter, its limits become checks, and the call of the request builder
//! is written from that builder's signature, by name. A type holds everything in a core that is not
//! generic, so that one that several scopes share is compiled once.

mod checks;
mod docs;
mod list;
mod names;
mod scope_sets;
mod setters;
mod single;
mod wire;

use std::collections::BTreeMap;

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::ImplItemFn;

use crate::imports::Imports;
use crate::naming;
use crate::problem::Problem;
use crate::read::{Kind, Operation, Parameter, Property, Root, Shape, Slice};

pub(crate) use names::check as check_names;
pub(crate) use scope_sets::{ScopeSet, scope_sets};
pub(crate) use setters::argument;

/// What one request type is written from.
pub(crate) struct RequestType<'s> {
    pub(crate) name: &'s str,
    /// Whether it has the scope as a type parameter.
    pub(crate) shared: bool,
    /// Its operations, in the order of their paths; at least one, and one for each scope.
    pub(crate) parts: Vec<Part<'s>>,
    /// The first of them; response, body, path parameters and method are those of all.
    pub(crate) model: &'s Operation,
    slice: &'s Slice,
}

/// One operation of a request type.
pub(crate) struct Part<'s> {
    pub(crate) operation: &'s Operation,
    pub(crate) root: Root,
    /// The request builder of the operation.
    builder: &'s ImplItemFn,
}

/// Returns the request types by name; the operations that only the client calls have none.
pub(crate) fn request_types<'s>(
    slice: &'s Slice,
    builders: &'s BTreeMap<String, ImplItemFn>,
) -> Result<BTreeMap<&'s str, RequestType<'s>>, Problem> {
    let mut types = BTreeMap::new();
    for operation in &slice.operations {
        let Some(call) = &operation.call else { continue };
        let builder =
            builders.get(&naming::method(&operation.id)).ok_or_else(|| without_builder(operation))?;
        let name = operation.type_name();
        let shared = operation.shared_type.is_some();
        let request = types.entry(name).or_insert_with(|| RequestType {
            name,
            shared,
            parts: Vec::new(),
            model: operation,
            slice,
        });
        request.parts.push(Part { operation, root: call.root, builder });
    }
    Ok(types)
}

/// Returns the items of the file of a request type.
pub(crate) fn request_type(request: &RequestType) -> TokenStream {
    let items = if request.is_list() { list::list(request) } else { single::single(request) };
    let mut imports = Imports::fixed();
    request.scopes().import(&mut imports);
    imports.add_to(items)
}

fn without_builder(operation: &Operation) -> Problem {
    Problem {
        file: Some(format!("{}.yaml", operation.family)),
        subject: Some(format!("operation `{}`", operation.id)),
        pointer: operation.pointer.clone(),
        what: "progenitor wrote no request builder for it, so the pass `requests` was never applied"
            .to_owned(),
        help: "compare codegen/src/naming.rs with the names that progenitor gives its methods".to_owned(),
    }
}

impl<'s> RequestType<'s> {
    pub(crate) fn ident(&self) -> Ident {
        naming::ident(self.name)
    }

    /// The scopes of its operations.
    pub(crate) fn scopes(&self) -> ScopeSet {
        self.parts.iter().map(|part| part.root).collect()
    }

    /// The type parameter, in angle brackets; nothing where the type has one scope.
    pub(crate) fn generics(&self) -> Option<TokenStream> {
        self.shared.then(|| quote!(<S>))
    }

    pub(crate) fn is_list(&self) -> bool {
        self.model.pagination.is_some()
    }

    /// The query parameters of all operations that a caller may set, each once.
    pub(crate) fn settable(&self) -> Vec<&'s Parameter> {
        let mut settable = Vec::<&Parameter>::new();
        for parameter in self.parts.iter().flat_map(|part| part.operation.settable()) {
            if !settable.iter().any(|other| other.name == parameter.name) {
                settable.push(parameter);
            }
        }
        settable
    }

    /// The path parameters that no scope holds: name and type.
    pub(crate) fn own_parameters(&self) -> Vec<(Ident, TokenStream)> {
        let Some(part) = self.parts.first() else { return Vec::new() };
        let own = part.operation.own_parameters(part.root);
        own.map(|parameter| (naming::field(&parameter.name), rust_type(&parameter.shape))).collect()
    }

    /// What its body is; `None` without one.
    fn body(&self) -> Option<&'s Kind> {
        let schema = self.model.body.as_ref().and_then(|name| self.slice.schemas.get(name));
        schema.map(|schema| &schema.kind)
    }

    /// The properties of its body.
    pub(crate) fn properties(&self) -> &'s [Property] {
        self.body().map_or(&[], Kind::properties)
    }

    /// The required properties of its body, in the order of the spec.
    pub(crate) fn required(&self) -> Vec<&'s Property> {
        self.body().map_or_else(Vec::new, Kind::required)
    }

    /// The public type around its core, with `Clone` and `Debug`.
    fn wrapper(&self, docs: &TokenStream) -> TokenStream {
        let name = self.ident();
        if !self.shared {
            return quote! {
                #docs
                #[must_use = "a request does nothing until it is sent"]
                #[derive(Clone, Debug)]
                pub struct #name {
                    pub(crate) inner: Inner,
                }
            };
        }
        let text = self.name;
        // Derived, both would bound `S`.
        quote! {
            #docs
            #[must_use = "a request does nothing until it is sent"]
            pub struct #name<S> {
                pub(crate) inner: Inner,
                scope: PhantomData<fn() -> S>,
            }

            impl<S> Clone for #name<S> {
                fn clone(&self) -> Self {
                    Self { inner: self.inner.clone(), scope: PhantomData }
                }
            }

            impl<S> fmt::Debug for #name<S> {
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    f.debug_struct(#text).field("inner", &self.inner).finish()
                }
            }
        }
    }

    /// The rest of the literal of the public type, after `inner`.
    fn marker(&self) -> Option<TokenStream> {
        self.shared.then(|| quote!(, scope: PhantomData))
    }

    /// The method of the core that returns its operation.
    fn operation(&self) -> TokenStream {
        let rows = self.parts.iter().map(|part| naming::row(&part.operation.request));
        let body = match self.scopes().set_type() {
            None => quote!(#(&operations::#rows)*),
            Some(set) => {
                let variants = self.parts.iter().map(|part| naming::ident(part.root.type_name()));
                quote! {
                    match &self.scope {
                        #(#set::#variants(_) => &operations::#rows,)*
                    }
                }
            }
        };
        quote! {
            pub(crate) fn operation(&self) -> &'static Operation {
                #body
            }
        }
    }
}

/// The Rust type of a shape, as a request type stores it.
pub(crate) fn rust_type(shape: &Shape) -> TokenStream {
    match shape {
        Shape::Text | Shape::Secret => quote!(String),
        Shape::DateTime => quote!(chrono::DateTime<chrono::Utc>),
        Shape::Boolean => quote!(bool),
        Shape::Unsigned => quote!(u64),
        Shape::Signed => quote!(i64),
        Shape::Any => quote!(serde_json::Value),
        Shape::Named(name) | Shape::Number(name) => {
            let name = naming::ident(name);
            quote!(types::#name)
        }
        Shape::List(items) => {
            let items = rust_type(items);
            quote!(Vec<#items>)
        }
    }
}
