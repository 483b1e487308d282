//! The imports of a file of the facade: those of a list that its items mention.

use std::collections::BTreeMap;

use proc_macro2::{Spacing, TokenStream, TokenTree};
use quote::quote;

/// A name that generated code may mention, and its path.
pub(crate) const IMPORTS: &[(&str, &str)] = &[
    ("fmt", "std::fmt"),
    ("PhantomData", "std::marker::PhantomData"),
    ("BoxFuture", "futures_core::future::BoxFuture"),
    ("Operation", "github_secret_scanning_generated::Operation"),
    ("operations", "github_secret_scanning_generated::operations"),
    ("types", "github_secret_scanning_generated::types"),
    ("call", "crate::call"),
    ("check", "crate::check"),
    ("Client", "crate::client::Client"),
    ("conditional", "crate::conditional"),
    ("IfChanged", "crate::conditional::IfChanged"),
    ("Error", "crate::error::Error"),
    ("exchange", "crate::exchange"),
    ("ETag", "crate::exchange::ETag"),
    ("RequestHead", "crate::exchange::RequestHead"),
    ("Target", "crate::exchange::Target"),
    ("Collected", "crate::pagination::Collected"),
    ("Entries", "crate::pagination::Entries"),
    ("Fetch", "crate::pagination::Fetch"),
    ("Items", "crate::pagination::Items"),
    ("Page", "crate::pagination::Page"),
    ("Pages", "crate::pagination::Pages"),
    ("Position", "crate::pagination::Position"),
    ("ResumeToken", "crate::pagination::ResumeToken"),
    ("Start", "crate::pagination::Start"),
    ("Enterprise", "crate::scope::Enterprise"),
    ("Org", "crate::scope::Org"),
    ("Repo", "crate::scope::Repo"),
];

/// The names that a file may mention.
pub(crate) struct Imports(BTreeMap<String, String>);

impl Imports {
    /// The imports of every file.
    pub(crate) fn fixed() -> Self {
        Self(IMPORTS.iter().map(|(name, path)| ((*name).to_owned(), (*path).to_owned())).collect())
    }

    /// Adds a name of a module.
    pub(crate) fn add(&mut self, name: &str, module: &str) {
        self.0.insert(name.to_owned(), format!("{module}::{name}"));
    }

    /// Returns `items` after the imports that they need, sorted by path.
    pub(crate) fn add_to(&self, items: TokenStream) -> TokenStream {
        let mut paths: Vec<_> =
            self.0.iter().filter(|(name, _)| mentions(items.clone(), name)).map(|(_, path)| path).collect();
        paths.sort_by_key(|path| (path.starts_with("crate"), !path.starts_with("std"), path.to_owned()));
        let imports = paths.into_iter().map(|path| {
            let path: TokenStream = path.parse().unwrap_or_default();
            quote!(use #path;)
        });
        quote!(#(#imports)* #items)
    }
}

/// Whether `name` begins a path in `tokens`.
fn mentions(tokens: TokenStream, name: &str) -> bool {
    let (mut after_colon, mut previous_joined) = (false, false);
    tokens.into_iter().any(|token| {
        let within_path = std::mem::replace(&mut after_colon, false);
        match token {
            TokenTree::Ident(ident) => ident == name && !within_path,
            TokenTree::Group(group) => mentions(group.stream(), name),
            TokenTree::Punct(punct) => {
                // The second colon of `::` has the spacing of a single one.
                after_colon = punct.as_char() == ':' && previous_joined;
                previous_joined = punct.as_char() == ':' && punct.spacing() == Spacing::Joint;
                false
            }
            TokenTree::Literal(_) => false,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_begins_a_path_is_imported() {
        let text = Imports::fixed()
            .add_to(quote!(
                fn f(page: other::Page) -> Error {
                    check::range()
                }
            ))
            .to_string();
        assert!(text.starts_with("use crate :: check ; use crate :: error :: Error ; fn f"), "{text}");
    }
}
