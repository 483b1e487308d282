//! The call of progenitor's method, written from its signature.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::{FnArg, Pat};

use super::Request;
use crate::naming;
use crate::read::{PAGING, Shape};

impl Request<'_> {
    /// `call.wire().method(…)`, where the request is called `request`.
    pub(super) fn wire_call(&self) -> TokenStream {
        let method = &self.method.sig.ident;
        let arguments = self.method.sig.inputs.iter().filter_map(name).map(|name| self.wire_argument(&name));
        quote!(call.wire().#method(#(#arguments),*).await)
    }

    fn wire_argument(&self, name: &Ident) -> TokenStream {
        let is = |other: &str| *name == naming::field(other);
        if self.scope.parameters.iter().any(|held| is(held)) {
            return quote!(request.scope.#name());
        }
        if self.operation.body.is_some() && is("body") {
            return quote!(&request.body);
        }
        if self.operation.pagination.is_some() && PAGING.iter().any(|paging| is(paging)) {
            return quote!(at.#name());
        }
        if self.operation.pagination.is_some() && is("per_page") {
            return quote!(per_page);
        }
        let own = self.operation.path_parameters.iter().find(|parameter| is(&parameter.name));
        if let Some(parameter) = own {
            return if parameter.shape == Shape::Text {
                quote!(&request.#name)
            } else {
                quote!(request.#name)
            };
        }
        match self
            .operation
            .query
            .iter()
            .find(|parameter| is(&parameter.name))
            .map(|parameter| &parameter.shape)
        {
            Some(Shape::List(_)) => quote!(check::joined(&request.#name).as_deref()),
            Some(Shape::Text) => quote!(request.#name.as_deref()),
            Some(Shape::Named(_)) => quote!(request.#name.clone()),
            _ => quote!(request.#name),
        }
    }
}

/// The name of an argument; `None` for `self`.
fn name(argument: &FnArg) -> Option<Ident> {
    match argument {
        FnArg::Typed(argument) => match &*argument.pat {
            Pat::Ident(pattern) => Some(pattern.ident.clone()),
            _ => None,
        },
        FnArg::Receiver(_) => None,
    }
}
