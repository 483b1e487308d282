//! Tells what only a test build compiles.

use proc_macro2::TokenStream;
use syn::punctuated::Punctuated;
use syn::{Attribute, Meta, Token};

pub(crate) fn has_test_only(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| is_test_only(&attribute.meta))
}

/// Whether these tokens, the content of an attribute, are a `cfg` that holds in test builds alone.
pub(crate) fn is_test_only_attribute(tokens: TokenStream) -> bool {
    syn::parse2(tokens).is_ok_and(|meta| is_test_only(&meta))
}

fn is_test_only(meta: &Meta) -> bool {
    let Meta::List(list) = meta else { return false };
    list.path.is_ident("cfg") && list.parse_args().is_ok_and(|condition| needs_test(&condition))
}

fn needs_test(condition: &Meta) -> bool {
    match condition {
        Meta::Path(path) => path.is_ident("test"),
        Meta::NameValue(_) => false,
        Meta::List(list) => {
            let parts = list.parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated);
            let Ok(parts) = parts else { return false };
            match list.path.get_ident() {
                Some(name) if name == "all" => parts.iter().any(needs_test),
                Some(name) if name == "any" => !parts.is_empty() && parts.iter().all(needs_test),
                _ => false,
            }
        }
    }
}
