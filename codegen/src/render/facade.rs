//! The machine-written files of the facade and of its tests.

use std::collections::{BTreeMap, BTreeSet};

use heck::ToSnakeCase;
use quote::quote;

use super::{Files, add};
use crate::calls;
use crate::endpoints::{self, Place};
use crate::imports::Imports;
use crate::naming;
use crate::problem::Problem;
use crate::read::Slice;
use crate::requests::{RequestType, ScopeSet, request_type, scope_sets};
use crate::scopes::Scopes;

const ROOT: &str = "src/generated";

/// Every file of the facade and of its tests.
pub(crate) fn facade(slice: &Slice, types: &BTreeMap<&str, RequestType>) -> Result<Files, Problem> {
    let mut files = Files::new();
    let root = quote! {
        pub(crate) mod requests;
        pub(crate) mod scopes;
    };
    add(&mut files, format!("{ROOT}/mod.rs"), "All of the facade that is written from the spec.", root)?;
    let scopes = Scopes::new(slice, types);
    let sets: BTreeSet<ScopeSet> = scope_sets(types.values()).into_iter().chain(scopes.sets()).collect();
    requests(&mut files, types, &sets)?;
    methods(&mut files, &scopes)?;
    files.insert(format!("{ROOT}/endpoints.md"), endpoints::table(slice, Place::FrontPage));
    let docs = "A plain call of each operation.";
    add(&mut files, "tests/consumer/src/generated/mod.rs".to_owned(), docs, calls::consumer(slice))?;
    let docs = "Calls of each operation; what they send is expected from the description alone.";
    add(&mut files, "tests/facade/generated/mod.rs".to_owned(), docs, calls::test_calls(slice))?;
    Ok(files)
}

fn requests(
    files: &mut Files,
    types: &BTreeMap<&str, RequestType>,
    sets: &BTreeSet<ScopeSet>,
) -> Result<(), Problem> {
    let modules: Vec<_> = types.keys().map(|name| naming::field(&name.to_snake_case())).collect();
    let names = types.keys().map(|name| naming::ident(name));
    let set_module = (!sets.is_empty()).then(|| {
        quote!(
            pub(crate) mod scope_sets;
        )
    });
    let root = quote! {
        #(mod #modules;)*
        #set_module

        #(pub use #modules::#names;)*
    };
    add(files, format!("{ROOT}/requests/mod.rs"), "The request types.", root)?;
    for request in types.values() {
        let path = format!("{ROOT}/requests/{}.rs", request.name.to_snake_case());
        add(files, path, &request.summary(), request_type(request))?;
    }
    if !sets.is_empty() {
        let definitions = sets.iter().map(ScopeSet::definition);
        let items = Imports::fixed().add_to(quote!(#(#definitions)*));
        add(files, format!("{ROOT}/requests/scope_sets.rs"), "The scopes that a request has one of.", items)?;
    }
    Ok(())
}

fn methods(files: &mut Files, scopes: &Scopes) -> Result<(), Problem> {
    let written = scopes.files();
    let modules: Vec<_> = written.keys().map(|module| naming::field(module)).collect();
    let exports = scopes.sub_scopes.iter().map(|(segment, sub_scope)| {
        let (module, name) = (naming::field(segment), naming::ident(&sub_scope.name()));
        quote!(pub use #module::#name;)
    });
    let root = quote! {
        #(mod #modules;)*

        #(#exports)*
    };
    add(files, format!("{ROOT}/scopes/mod.rs"), "The methods of the scopes, and the sub-scopes.", root)?;
    for (module, (docs, items)) in written {
        add(files, format!("{ROOT}/scopes/{module}.rs"), &docs, items)?;
    }
    Ok(())
}
