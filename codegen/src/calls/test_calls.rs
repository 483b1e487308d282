//! The calls of the facade's tests: plain ones, some that set everything, and one for each parameter.

use proc_macro2::TokenStream;
use quote::quote;

use super::consumer::tokens;
use super::{all, alone, created, plain};
use crate::naming;
use crate::read::{Operation, Slice};

/// Returns the items of the tests' module.
pub(crate) fn calls(slice: &Slice) -> TokenStream {
    let operations = || slice.operations.iter().filter(|operation| operation.call.is_some());
    let plain = operations().map(|operation| call(operation, None, &plain(slice, operation)));
    let full = operations().flat_map(|operation| {
        all(slice, operation).into_iter().map(|request| call(operation, None, &request))
    });
    let alone = operations().flat_map(|operation| {
        alone(slice, operation).into_iter().map(|(name, request)| call(operation, Some(name), &request))
    });
    quote! {
        use github_secret_scanning::models;

        use crate::support::calls::{Call, sent};

        /// One call of each operation, with what must be set.
        pub(crate) const PLAIN: &[Call] = &[#(#plain),*];

        /// Calls that together set every parameter and every property of each operation.
        pub(crate) const FULL: &[Call] = &[#(#full),*];

        /// One call for each query parameter, which sets that one alone.
        pub(crate) const ALONE: &[Call] = &[#(#alone),*];
    }
}

fn call(operation: &Operation, parameter: Option<&str>, request: &str) -> TokenStream {
    let Some(call) = &operation.call else { return TokenStream::new() };
    let (id, scope) = (&operation.id, tokens(created(call.root)));
    let variable = naming::ident(call.root.variable());
    let send = if operation.pagination.is_some() { quote!(page) } else { quote!(send) };
    let parameter = parameter.map_or_else(|| quote!(None), |name| quote!(Some(#name)));
    let request = tokens(request);
    quote! {
        Call {
            operation: #id,
            parameter: #parameter,
            call: |github| {
                let #variable = github.#scope?;
                sent(#request.#send())
            },
        }
    }
}
