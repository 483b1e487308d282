//! A method that returns the request of an operation.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::{of_method, of_shared_method};
use super::{Scopes, SubScope};
use crate::doc_comment::attributes;
use crate::naming;
use crate::read::{Operation, Root, Segment, Shape};
use crate::requests::{RequestType, argument, rust_type};

/// What a method passes on to `new` of its request type.
struct Passed<'p> {
    /// The scope, of the type that the request type holds.
    scope: TokenStream,
    /// The arguments that the sub-scope holds.
    held: &'p [String],
}

impl Scopes<'_> {
    /// A method of a scope.
    pub(super) fn method_of_root(&self, root: Root, segment: &Segment, operation: &Operation) -> TokenStream {
        let Some(request) = self.request(operation) else { return TokenStream::new() };
        let docs = of_method(self.slice, operation);
        let type_argument = naming::ident(root.type_name());
        let type_argument = request.shared.then(|| quote!(<#type_argument>));
        let scope = request.scopes().value(root, &quote!(self.clone()));
        method(&docs, segment, request, type_argument, &Passed { scope, held: &[] })
    }

    /// The methods of a sub-scope: those of each of its scopes, or of the type for all of them.
    pub(super) fn methods_of_sub_scope(&self, sub_scope: &SubScope) -> TokenStream {
        let name = naming::ident(&sub_scope.name());
        if !sub_scope.is_shared() {
            let methods = sub_scope.methods.iter().filter_map(|(root, segment, operation)| {
                let request = self.request(operation)?;
                let type_argument = naming::ident(root.type_name());
                let type_argument = request.shared.then(|| quote!(<#type_argument>));
                let parent = naming::ident(root.variable());
                let scope = request.scopes().value(*root, &quote!(self.#parent.clone()));
                let passed = Passed { scope, held: &sub_scope.segment.arguments };
                Some(method(&of_method(self.slice, operation), segment, request, type_argument, &passed))
            });
            return quote!(impl #name { #(#methods)* });
        }
        let mut shared = Vec::new();
        let mut scoped = Vec::new();
        for (root, segment, operation) in &sub_scope.methods {
            let Some(request) = self.request(operation) else { continue };
            let held = sub_scope.segment.arguments.as_slice();
            if request.shared
                && request.scopes() == sub_scope.scopes()
                && sub_scope.is_one_method(segment, operation)
            {
                let first = sub_scope.methods.iter().find(|(_, other, _)| other.name == segment.name);
                if first.is_some_and(|(_, _, other)| other.id == operation.id) {
                    let docs = of_shared_method(self.slice, &sub_scope.operations_of(segment));
                    let passed = Passed { scope: quote!(self.erased.clone()), held };
                    shared.push(method(&docs, segment, request, Some(quote!(<S>)), &passed));
                }
                continue;
            }
            let type_argument = naming::ident(root.type_name());
            let argument = request.shared.then(|| quote!(<#type_argument>));
            let scope = request.scopes().value(*root, &quote!(self.scope.clone()));
            let method = method(
                &of_method(self.slice, operation),
                segment,
                request,
                argument,
                &Passed { scope, held },
            );
            scoped.push(quote!(impl #name<#type_argument> { #method }));
        }
        let shared = (!shared.is_empty()).then(|| quote!(impl<S> #name<S> { #(#shared)* }));
        quote!(#shared #(#scoped)*)
    }
}

fn method(
    docs: &str,
    segment: &Segment,
    request: &RequestType,
    type_argument: Option<TokenStream>,
    passed: &Passed,
) -> TokenStream {
    let (docs, name, ty) = (attributes(docs), naming::ident(&segment.name), request.ident());
    let parameter = |name: &String| {
        let property = request.properties().iter().find(|property| property.name == *name);
        let own = request.model.path_parameters.iter().find(|parameter| parameter.name == *name);
        let ty = match (own, property) {
            (Some(own), _) if matches!(own.shape, Shape::Number(_)) => argument(&own.shape).0,
            (Some(own), _) => rust_type(&own.shape),
            (None, Some(property)) => argument(&property.shape).0,
            (None, None) => return TokenStream::new(),
        };
        let name = naming::field(name);
        quote!(#name: #ty)
    };
    let parameters = segment.arguments.iter().map(parameter);
    let own = request.own_parameters().into_iter().map(|(name, _)| {
        let is_number = request.model.path_parameters.iter().any(|parameter| {
            name == naming::field(&parameter.name) && matches!(parameter.shape, Shape::Number(_))
        });
        match passed.held.iter().any(|held| name == naming::field(held)) {
            true => quote!(self.#name),
            false if is_number => quote!(#name.into()),
            false => quote!(#name),
        }
    });
    let required = request.required().into_iter();
    let required = required.map(|property| naming::field(&property.name)).map(|name| quote!(#name));
    let (arguments, scope) = (own.chain(required), &passed.scope);
    quote! {
        #docs
        pub fn #name(&self #(, #parameters)*) -> #ty #type_argument {
            #ty::new(#scope #(, #arguments)*)
        }
    }
}
