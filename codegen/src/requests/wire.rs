//! The call of the request builder, written from its signature.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::{FnArg, Pat};

use super::{Part, RequestType};
use crate::naming;
use crate::read::{PAGING, Shape};

impl RequestType<'_> {
    /// The statements of `build`: the checks, and the call of the request builder.
    pub(super) fn build(&self, checked: Option<TokenStream>) -> TokenStream {
        let calls = self.parts.iter().map(Part::call);
        let request = match self.scopes().set_type() {
            None => quote!({ let scope = &self.scope; #(#calls)* }),
            Some(set) => {
                let variants = self.parts.iter().map(|part| naming::ident(part.root.type_name()));
                quote!(match &self.scope { #(#set::#variants(scope) => #calls,)* })
            }
        };
        quote! {
            #checked
            let builders = self.scope.client().request_builders();
            let request = #request;
            request.map_err(Error::unwritable)
        }
    }
}

impl Part<'_> {
    fn call(&self) -> TokenStream {
        let builder = &self.builder.sig.ident;
        let arguments = self.builder.sig.inputs.iter().filter_map(name).map(|name| self.argument(&name));
        quote!(builders.#builder(#(#arguments),*))
    }

    fn argument(&self, name: &Ident) -> TokenStream {
        let is = |other: &str| *name == naming::field(other);
        if let Some((_, getter)) = self.root.parameters().iter().find(|(held, _)| is(held)) {
            let getter = naming::ident(getter);
            return quote!(scope.#getter());
        }
        if self.operation.body.is_some() && is("body") {
            return quote!(&self.body);
        }
        if self.operation.pagination.is_some() && PAGING.iter().any(|paging| is(paging)) {
            return quote!(at.#name());
        }
        if self.operation.pagination.is_some() && is("per_page") {
            return quote!(self.start.per_page(self.per_page));
        }
        let own = self.operation.path_parameters.iter().find(|parameter| is(&parameter.name));
        if let Some(parameter) = own {
            return match parameter.shape {
                Shape::Text | Shape::Number(_) => quote!(&self.#name),
                _ => quote!(self.#name),
            };
        }
        let parameter = self.operation.query.iter().find(|parameter| is(&parameter.name));
        match parameter.map(|parameter| &parameter.shape) {
            Some(Shape::List(_)) => quote!(check::joined(&self.#name).as_deref()),
            Some(Shape::Text) => quote!(self.#name.as_deref()),
            Some(Shape::Named(_)) => quote!(self.#name.clone()),
            _ => quote!(self.#name),
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
