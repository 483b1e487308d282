//! The imports of a request type: those of a fixed list that its items mention.

use proc_macro2::{Spacing, TokenStream, TokenTree};
use quote::quote;

/// A name that a request type may mention, and its path.
pub(super) const IMPORTS: &[(&str, &str)] = &[
    ("BoxFuture", "futures_core::future::BoxFuture"),
    ("operations", "github_secret_scanning_generated::operations"),
    ("types", "github_secret_scanning_generated::types"),
    ("call", "crate::call"),
    ("check", "crate::check"),
    ("Error", "crate::error::Error"),
    ("RequestHead", "crate::exchange::RequestHead"),
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

/// `items` after the imports that they need.
pub(super) fn with_imports(items: TokenStream) -> TokenStream {
    let imports = IMPORTS.iter().filter(|(name, _)| mentions(items.clone(), name)).map(|(_, path)| {
        let path: TokenStream = path.parse().unwrap_or_default();
        quote!(use #path;)
    });
    quote!(#(#imports)* #items)
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
        let text = with_imports(quote!(
            fn f(page: other::Page) -> Error {
                check::range()
            }
        ))
        .to_string();
        assert!(text.starts_with("use crate :: check ; use crate :: error :: Error ; fn f"), "{text}");
    }
}
