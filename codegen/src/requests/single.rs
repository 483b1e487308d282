//! Request types of single answers: `.send()`, or `.await` on the request itself.

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
    let output = match &request.operation.success {
        Success::One(name) | Success::List(name) => rust_type(&Shape::Named(name.clone())),
        Success::Nothing => quote!(()),
    };
    let setters = request.query_setters().into_iter().chain(request.body_setters());
    let (check, checked) = request.check();
    let wire_call = request.wire_call();
    quote! {
        #docs
        ///
        /// Send it with `.send().await`, or just `.await`.
        #[must_use = "a request does nothing until it is sent"]
        #[derive(Clone, Debug)]
        pub struct #name {
            scope: #scope,
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
            /// Every kind of [`Error`]; see its methods for what is safe to try again.
            pub fn send(self) -> BoxFuture<'static, Result<#output, Error>> {
                let call = self.call();
                self.send_on(call)
            }

            pub(crate) fn call(&self) -> Call {
                Call::new(self.scope.client(), &operations::#row)
            }

            pub(crate) fn send_on(self, call: Call) -> BoxFuture<'static, Result<#output, Error>> {
                let request = self;
                Box::pin(async move {
                    #checked
                    let result = #wire_call;
                    call.value(result)
                })
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
