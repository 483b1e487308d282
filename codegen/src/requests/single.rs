//! Request types of single responses: `.send()`, or `.await` on the request itself.

use proc_macro2::TokenStream;
use quote::quote;

use super::setters::argument;
use super::{Request, rust_type};
use crate::doc_comment::attributes;
use crate::naming;
use crate::read::{Shape, Success};

pub(super) fn single(request: &Request) -> TokenStream {
    let (name, row, scope) = (request.name(), request.row(), &request.scope.name);
    let docs = attributes(&request.docs());
    let (own, own_types): (Vec<_>, Vec<_>) = request.own_parameters().into_iter().unzip();
    let (fields, types): (Vec<_>, Vec<_>) = request.query_fields().unzip();
    let required: Vec<_> = request.properties().iter().filter(|property| property.required).collect();
    let required_names: Vec<_> = required.iter().map(|property| naming::field(&property.name)).collect();
    let required_types = required.iter().map(|property| argument(&property.shape).0);
    let (body_field, body_value) = match &request.operation.body {
        Some(body) => {
            let body = naming::ident(body);
            let value = if required.is_empty() {
                quote!(body: types::#body::default(),)
            } else {
                quote!(body: types::#body::new(#(#required_names),*),)
            };
            (Some(quote!(body: types::#body,)), Some(value))
        }
        None => (None, None),
    };
    let (output, call) = match &request.operation.success {
        Success::One(name) | Success::List(name) => {
            (rust_type(&Shape::Named(name.clone())), quote!(call::value))
        }
        Success::Nothing => (quote!(()), quote!(call::empty)),
    };
    let setters = request.query_setters().into_iter().chain(request.body_setters());
    let (check, checked) = request.check();
    let build = request.build(checked);
    quote! {
        #docs
        ///
        /// Send it with `.send().await`, or just `.await`.
        #[must_use = "a request does nothing until it is sent"]
        #[derive(Clone, Debug)]
        pub struct #name {
            pub(crate) scope: #scope,
            #(#own: #own_types,)*
            #(#fields: #types,)*
            #body_field
        }

        impl #name {
            pub(crate) fn new(
                scope: &#scope
                #(, #own: #own_types)*
                #(, #required_names: #required_types)*
            ) -> Self {
                Self {
                    scope: scope.clone(),
                    #(#own,)*
                    #(#fields: Default::default(),)*
                    #body_value
                }
            }

            #(#setters)*

            /// Sends the request.
            ///
            /// # Errors
            ///
            /// Every kind of [`Error`]; its methods tell which requests are safe to send again.
            pub fn send(self) -> BoxFuture<'static, Result<#output, Error>> {
                let (client, request) = (self.scope.client().clone(), self.build());
                Box::pin(async move { #call(&client, &operations::#row, request).await })
            }

            /// Checks the arguments, and builds the request.
            pub(crate) fn build(&self) -> Result<reqwest::Request, Error> {
                #build
            }

            #check
        }

        impl IntoFuture for #name {
            type Output = Result<#output, Error>;
            type IntoFuture = BoxFuture<'static, Self::Output>;

            fn into_future(self) -> Self::IntoFuture {
                self.send()
            }
        }
    }
}
