//! Writes the operations table: a row for each operation, with its extensions.

use proc_macro2::TokenStream;
use quote::quote;

use crate::doc_comment::{attributes, sentence};
use crate::naming;
use crate::read::{Operation, Pagination, Slice};

pub(crate) fn table(slice: &Slice) -> TokenStream {
    let rows = slice.operations.iter().map(row);
    let names = slice.operations.iter().map(|operation| naming::row(&operation.request));
    let api_version = &slice.api_version;
    quote! {
        use crate::{Operation, Pagination, Permissions};

        /// The value of the header `X-GitHub-Api-Version`: the date of the API that is described.
        pub const API_VERSION: &str = #api_version;

        #(#rows)*

        /// Every operation, in the order of their paths.
        pub static ALL: &[&Operation] = &[#(&#names),*];
    }
}

fn row(operation: &Operation) -> TokenStream {
    let Operation { id, family, path, docs, idempotent, availability, success_status, .. } = operation;
    let name = naming::row(&operation.request);
    let method = operation.method.to_uppercase();
    let docs_of_row = attributes(&format!("{} `{method} {path}`.", sentence(&operation.summary)));
    let pagination = match operation.pagination {
        None => quote!(None),
        Some(Pagination::Page) => quote!(Some(Pagination::Page)),
        Some(Pagination::Cursor) => quote!(Some(Pagination::Cursor)),
        Some(Pagination::PageAndCursor) => quote!(Some(Pagination::PageAndCursor)),
    };
    let fine_grained = &operation.permissions.fine_grained;
    let classic = &operation.permissions.classic;
    let installation = operation.permissions.installation;
    quote! {
        #docs_of_row
        pub static #name: Operation = Operation {
            id: #id,
            method: #method,
            path: #path,
            family: #family,
            pagination: #pagination,
            idempotent: #idempotent,
            success_status: #success_status,
            permissions: Permissions {
                fine_grained: &[#(#fine_grained),*],
                classic: &[#(#classic),*],
                installation: #installation,
            },
            availability: &[#(#availability),*],
            docs: #docs,
        };
    }
}
