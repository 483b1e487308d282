//! The machine-written files of the facade: one for each request type.

use std::collections::BTreeMap;

use heck::ToSnakeCase;
use proc_macro2::{Spacing, TokenStream, TokenTree};
use quote::quote;

use super::{Files, add};
use crate::naming;
use crate::problem::Problem;
use crate::requests::IMPORTS;

const ROOT: &str = "src/generated";

pub(super) fn render(files: &mut Files, requests: BTreeMap<String, TokenStream>) -> Result<(), Problem> {
    let modules: Vec<_> = requests.keys().map(|request| naming::field(&request.to_snake_case())).collect();
    let names = requests.keys().map(|request| naming::ident(request));
    let root = quote! {
        #(mod #modules;)*

        #(pub use #modules::#names;)*
    };
    add(files, format!("{ROOT}/mod.rs"), "The request types, one for each operation.", root)?;
    for (request, items) in requests {
        let imports = IMPORTS.iter().filter(|(name, _)| says(items.clone(), name)).map(|(_, path)| {
            let path: TokenStream = path.parse().unwrap_or_default();
            quote!(use #path;)
        });
        let path = format!("{ROOT}/{}.rs", request.to_snake_case());
        add(files, path, &format!("The request `{request}`."), quote!(#(#imports)* #items))?;
    }
    Ok(())
}

/// Whether `name` occurs among the identifiers of `tokens`, outside of a path that leads to it.
fn says(tokens: TokenStream, name: &str) -> bool {
    let (mut after_colon, mut previous_joined) = (false, false);
    tokens.into_iter().any(|token| {
        let within_path = std::mem::replace(&mut after_colon, false);
        match token {
            TokenTree::Ident(ident) => ident == name && !within_path,
            TokenTree::Group(group) => says(group.stream(), name),
            TokenTree::Punct(punct) => {
                // The second colon of `::` stands alone in front of what it leads to.
                after_colon = punct.as_char() == ':' && previous_joined;
                previous_joined = punct.as_char() == ':' && punct.spacing() == Spacing::Joint;
                false
            }
            TokenTree::Literal(_) => false,
        }
    })
}
