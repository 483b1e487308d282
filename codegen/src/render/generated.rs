//! The files of the generated crate.

use std::collections::{BTreeMap, BTreeSet};

use quote::quote;
use syn::Item;

use super::{Files, add};
use crate::naming;
use crate::problem::Problem;
use crate::read::Slice;
use crate::rewrite::Rewritten;
use crate::sizes::sizes;
use crate::table::table;

const ROOT: &str = "generated/src/generated";

pub(super) fn render(
    files: &mut Files,
    slice: &Slice,
    internal: &BTreeSet<String>,
    mut rewritten: Rewritten,
) -> Result<(), Problem> {
    let internal_types = (!internal.is_empty()).then(|| {
        quote! {
            #[doc(hidden)]
            pub mod internal_types;
        }
    });
    let root = quote! {
        #internal_types
        #[cfg(feature = "mock")]
        #[allow(missing_docs, reason = "progenitor writes none; the names are those of the operations")]
        pub mod mock;
        pub mod operations;
        mod requests;
        #[cfg(test)]
        pub(crate) mod sizes;
        pub mod types;
    };
    add(files, format!("{ROOT}/mod.rs"), "All that is written from the description.", root)?;
    add(files, format!("{ROOT}/operations.rs"), "The operations table.", table(slice))?;
    add(files, format!("{ROOT}/sizes.rs"), "The size of each component.", sizes(slice, internal))?;
    let internal: Vec<_> =
        internal.iter().filter_map(|name| rewritten.models.remove(name)).flatten().collect();
    if !internal.is_empty() {
        let docs = "The models that internal operations alone use.";
        add(files, format!("{ROOT}/internal_types.rs"), docs, quote!(use super::types::*; #(#internal)*))?;
    }
    types(files, slice, rewritten.models)?;
    requests(files, slice, rewritten.builders)?;
    mock(files, rewritten.mock)
}

fn types(files: &mut Files, slice: &Slice, models: BTreeMap<String, Vec<Item>>) -> Result<(), Problem> {
    let mut by_file = BTreeMap::<&str, Vec<Item>>::new();
    for (name, items) in models {
        let file = slice.schemas.get(&name).map(|schema| schema.file.as_str()).unwrap_or_default();
        by_file.entry(file).or_default().extend(items);
    }
    let modules: Vec<_> = by_file.keys().map(|file| naming::field(file)).collect();
    let root = quote! {
        #(mod #modules;)*

        #(pub use #modules::*;)*
    };
    add(files, format!("{ROOT}/types/mod.rs"), "The models of requests and responses.", root)?;
    for (file, items) in by_file {
        let docs = format!("The models of spec/{file}.yaml.");
        add(files, format!("{ROOT}/types/{file}.rs"), &docs, quote!(use super::*; #(#items)*))?;
    }
    Ok(())
}

fn requests(
    files: &mut Files,
    slice: &Slice,
    mut builders: BTreeMap<String, syn::ImplItemFn>,
) -> Result<(), Problem> {
    let families = slice.families();
    let modules = families.keys().map(|family| naming::field(family));
    let docs = "The methods of [`RequestBuilders`](crate::RequestBuilders).";
    add(files, format!("{ROOT}/requests/mod.rs"), docs, quote!(#(mod #modules;)*))?;
    for (family, operations) in families {
        let builders =
            operations.iter().filter_map(|operation| builders.remove(&naming::method(&operation.id)));
        let tokens = quote! {
            use progenitor_client::encode_path;

            use crate::{RequestBuilders, types};

            impl RequestBuilders {
                #(#builders)*
            }
        };
        add(
            files,
            format!("{ROOT}/requests/{family}.rs"),
            &format!("The operations of spec/{family}.yaml."),
            tokens,
        )?;
    }
    Ok(())
}

fn mock(files: &mut Files, mock: crate::rewrite::Mock) -> Result<(), Problem> {
    let modules: Vec<_> = mock.families.keys().map(|family| naming::field(family)).collect();
    let server = mock.server;
    let root = quote! {
        #(mod #modules;)*

        /// The matchers and responses of each operation; `into_inner` returns those of httpmock.
        pub mod operations {
            #(pub use super::#modules::*;)*
        }

        #(#server)*
    };
    let docs = "Typed helpers for httpmock.\n\nPaths match under any base path, names match literally, and secrets are served in plain text.";
    add(files, format!("{ROOT}/mock/mod.rs"), docs, root)?;
    for (family, items) in mock.families {
        let docs = format!("The mocks of spec/{family}.yaml.");
        add(files, format!("{ROOT}/mock/{family}.rs"), &docs, quote!(use crate::types; #(#items)*))?;
    }
    Ok(())
}
