//! Sub-scopes: a scope with the arguments that several operations share.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::{of_accessor, of_sub_scope};
use super::{Method, Scopes};
use crate::doc_comment::attributes;
use crate::naming;
use crate::read::{Operation, Parameter, Root, Segment, Shape};
use crate::requests::{ScopeSet, argument, rust_type};

/// What one sub-scope is written from.
pub(crate) struct SubScope<'s> {
    pub(crate) segment: &'s Segment,
    /// In the order of their paths; at least one.
    pub(crate) methods: Vec<Method<'s>>,
}

impl<'s> SubScope<'s> {
    pub(crate) fn name(&self) -> String {
        naming::sub_scope(&self.segment.name)
    }

    pub(crate) fn scopes(&self) -> ScopeSet {
        self.methods.iter().map(|(root, ..)| *root).collect()
    }

    /// Whether it has the scope as a type parameter.
    pub(crate) fn is_shared(&self) -> bool {
        self.scopes().set_type().is_some()
    }

    /// The operations of a method, one for each scope that has it.
    pub(super) fn operations_of(&self, segment: &Segment) -> Vec<(Root, &'s Operation)> {
        let same = self.methods.iter().filter(|(_, other, _)| other.name == segment.name);
        same.map(|(root, _, operation)| (*root, *operation)).collect()
    }

    /// Whether every scope has the method, with the same arguments and request type.
    pub(super) fn is_one_method(&self, segment: &Segment, operation: &Operation) -> bool {
        let same = self.methods.iter().filter(|(_, other, other_operation)| {
            *other == segment && other_operation.type_name() == operation.type_name()
        });
        same.count() == self.scopes().roots().count()
    }

    /// Its arguments.
    pub(super) fn arguments(&self) -> Vec<&'s Parameter> {
        let parameter = |name: &String| {
            let (_, _, operation) = self.methods.first()?;
            operation.path_parameters.iter().find(|parameter| parameter.name == *name)
        };
        self.segment.arguments.iter().filter_map(parameter).collect()
    }
}

impl Scopes<'_> {
    /// The method of a scope that returns a sub-scope.
    pub(super) fn accessor(&self, root: Root, sub_scope: &SubScope) -> TokenStream {
        let docs = attributes(&of_accessor(root, sub_scope));
        let (method, ty) = (naming::ident(&sub_scope.segment.name), naming::ident(&sub_scope.name()));
        let arguments = sub_scope.arguments();
        let names: Vec<_> = arguments.iter().map(|parameter| naming::field(&parameter.name)).collect();
        let (types, values): (Vec<_>, Vec<_>) = arguments
            .iter()
            .zip(&names)
            .map(|(parameter, name)| match parameter.shape {
                Shape::Number(_) => (argument(&parameter.shape).0, quote!(#name.into())),
                _ => (rust_type(&parameter.shape), quote!(#name)),
            })
            .unzip();
        let scope = naming::ident(root.type_name());
        let (type_argument, erased) = if sub_scope.is_shared() {
            let erased = sub_scope.scopes().value(root, &quote!(self.clone()));
            (Some(quote!(<#scope>)), Some(quote!(, #erased)))
        } else {
            (None, None)
        };
        quote! {
            #docs
            pub fn #method(&self #(, #names: #types)*) -> #ty #type_argument {
                #ty::new(self.clone() #erased #(, #values)*)
            }
        }
    }

    /// The type of a sub-scope with its methods.
    pub(super) fn sub_scope(&self, sub_scope: &SubScope) -> TokenStream {
        let (docs, name) = (attributes(&of_sub_scope(sub_scope)), naming::ident(&sub_scope.name()));
        let arguments = sub_scope.arguments();
        let names: Vec<_> = arguments.iter().map(|parameter| naming::field(&parameter.name)).collect();
        let types: Vec<_> = arguments.iter().map(|parameter| rust_type(&parameter.shape)).collect();
        let getters: Vec<_> = arguments
            .iter()
            .zip(names.iter().zip(&types))
            .map(|(parameter, (name, ty))| {
                let docs = attributes(&parameter.description);
                quote! {
                    #docs
                    pub fn #name(&self) -> #ty {
                        self.#name
                    }
                }
            })
            .collect();
        let methods = self.methods_of_sub_scope(sub_scope);
        if sub_scope.is_shared() {
            let erased = sub_scope.scopes().ident();
            return quote! {
                #docs
                #[derive(Clone, Debug, PartialEq, Eq, Hash)]
                pub struct #name<S> {
                    scope: S,
                    /// The same scope without its type.
                    pub(crate) erased: #erased,
                    #(#names: #types,)*
                }

                impl<S> #name<S> {
                    pub(crate) fn new(scope: S, erased: #erased #(, #names: #types)*) -> Self {
                        Self { scope, erased #(, #names)* }
                    }

                    /// Returns the scope that it was created from.
                    pub fn scope(&self) -> &S {
                        &self.scope
                    }

                    #(#getters)*
                }

                #methods
            };
        }
        let root = sub_scope.methods.first().map(|(root, ..)| *root).unwrap_or(Root::Repo);
        let (scope, parent) = (naming::ident(root.type_name()), naming::ident(root.variable()));
        let docs_of_parent = format!(" Returns {} that it was created from.", the(root));
        quote! {
            #docs
            #[derive(Clone, Debug, PartialEq, Eq, Hash)]
            pub struct #name {
                #parent: #scope,
                #(#names: #types,)*
            }

            impl #name {
                pub(crate) fn new(#parent: #scope #(, #names: #types)*) -> Self {
                    Self { #parent #(, #names)* }
                }

                #[doc = #docs_of_parent]
                pub fn #parent(&self) -> &#scope {
                    &self.#parent
                }

                #(#getters)*
            }

            #methods
        }
    }
}

fn the(root: Root) -> String {
    let noun = root.noun();
    format!("the {}", noun.split_once(' ').map_or(noun, |(_, noun)| noun))
}
