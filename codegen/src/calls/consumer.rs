//! The calls of the consumer, a program outside of the workspace: one of each operation.

use proc_macro2::TokenStream;
use quote::quote;

use super::{created, plain};
use crate::naming;
use crate::read::{Operation, Root, Slice, Success};

/// Returns the items of the consumer's module.
pub(crate) fn consumer(slice: &Slice) -> TokenStream {
    let used = |root: &Root| {
        slice
            .operations
            .iter()
            .any(|operation| operation.call.as_ref().is_some_and(|call| call.root == *root))
    };
    let scopes = Root::ALL.into_iter().filter(used).map(|root| {
        let (variable, created) = (naming::ident(root.variable()), tokens(created(root)));
        quote!(let #variable = github.#created?;)
    });
    let calls: Vec<_> = slice
        .operations
        .iter()
        .filter(|operation| operation.call.is_some())
        .map(|operation| call(slice, operation))
        .collect();
    quote! {
        use github_secret_scanning::{Client, Error, models};

        /// Calls every operation.
        pub(crate) async fn every(github: &Client) -> Result<(), Error> {
            #(#scopes)*
            #(#calls)*
            Ok(())
        }
    }
}

fn call(slice: &Slice, operation: &Operation) -> TokenStream {
    let request = tokens(&plain(slice, operation));
    if operation.pagination.is_some() {
        return quote!(_ = #request.stream().try_next().await?;);
    }
    match operation.success {
        Success::Nothing => quote!(#request.await?;),
        Success::One(_) | Success::List(_) => quote!(_ = #request.await?;),
    }
}

/// The source as tokens; what is no Rust fails when the file is written.
pub(super) fn tokens(source: &str) -> TokenStream {
    source.parse().unwrap_or_else(|_| quote!(compile_error!("a sample is not Rust")))
}
