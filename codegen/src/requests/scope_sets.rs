//! Scopes of which a request has one: an enum for each set that a shared type has.

use std::collections::BTreeSet;

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::RequestType;
use crate::imports::Imports;
use crate::naming;
use crate::operation_docs::listed;
use crate::read::Root;

/// The module of the enums.
const MODULE: &str = "crate::generated::requests::scope_sets";

/// A set of scopes; not empty.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct ScopeSet(BTreeSet<Root>);

impl FromIterator<Root> for ScopeSet {
    fn from_iter<I: IntoIterator<Item = Root>>(roots: I) -> Self {
        Self(roots.into_iter().collect())
    }
}

impl ScopeSet {
    /// Every set.
    pub(super) fn all() -> impl Iterator<Item = Self> {
        (1..1 << Root::ALL.len()).map(|bits: usize| {
            let has = |index: &usize| bits & (1 << index) != 0;
            Root::ALL.into_iter().enumerate().filter(|(index, _)| has(index)).map(|(_, root)| root).collect()
        })
    }

    /// The name of its enum, such as `OrgOrRepo`, or the name of its only scope.
    pub(crate) fn name(&self) -> String {
        self.0.iter().map(|root| root.type_name()).collect::<Vec<_>>().join("Or")
    }

    /// The type that holds one of its scopes.
    pub(crate) fn ident(&self) -> Ident {
        naming::ident(&self.name())
    }

    /// Its enum; `None` for a single scope.
    pub(crate) fn set_type(&self) -> Option<Ident> {
        (self.0.len() > 1).then(|| self.ident())
    }

    /// The expression that makes its type of `scope`, an expression of the type of `root`.
    pub(crate) fn value(&self, root: Root, scope: &TokenStream) -> TokenStream {
        match self.set_type() {
            Some(set) => {
                let variant = naming::ident(root.type_name());
                quote!(#set::#variant(#scope))
            }
            None => quote!(#scope),
        }
    }

    /// Adds its enum, if it has one, to the imports of a file.
    pub(crate) fn import(&self, imports: &mut Imports) {
        if self.set_type().is_some() {
            imports.add(&self.name(), MODULE);
        }
    }

    pub(crate) fn roots(&self) -> impl Iterator<Item = Root> {
        self.0.iter().copied()
    }

    /// Its enum, with the client of the scope that it holds.
    pub(crate) fn definition(&self) -> TokenStream {
        let name = self.ident();
        let roots: Vec<_> = self.roots().map(|root| naming::ident(root.type_name())).collect();
        let nouns = listed(self.roots().map(|root| root.noun().to_owned()), "or");
        let docs = format!(" The scope of a request: {nouns}.");
        quote! {
            #[doc = #docs]
            #[derive(Clone, Debug, PartialEq, Eq, Hash)]
            pub(crate) enum #name {
                #(#roots(#roots),)*
            }

            impl #name {
                /// Returns the client that the scope was created from.
                pub(crate) fn client(&self) -> &Client {
                    match self {
                        #(Self::#roots(scope) => scope.client(),)*
                    }
                }
            }
        }
    }
}

/// Returns the sets that need an enum.
pub(crate) fn scope_sets<'r>(types: impl Iterator<Item = &'r RequestType<'r>>) -> BTreeSet<ScopeSet> {
    types.map(RequestType::scopes).filter(|set| set.set_type().is_some()).collect()
}
