//! The machine-written files of the facade: one for each request type.

use std::collections::BTreeMap;

use heck::ToSnakeCase;
use proc_macro2::TokenStream;
use quote::quote;

use super::{Files, add};
use crate::naming;
use crate::problem::Problem;

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
        let path = format!("{ROOT}/{}.rs", request.to_snake_case());
        add(files, path, &format!("The request `{request}`."), items)?;
    }
    Ok(())
}
