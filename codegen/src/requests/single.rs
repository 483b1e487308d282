//! Request types of single responses: `.send()`, or `.await` on the request itself.

use proc_macro2::TokenStream;
use quote::quote;

use super::setters::argument;
use super::{RequestType, rust_type};
use crate::doc_comment::attributes;
use crate::naming;
use crate::read::{Kind, Shape, Success};

pub(super) fn single(request: &RequestType) -> TokenStream {
    let (name, generics, scope) = (request.ident(), request.generics(), request.scopes().ident());
    let docs = format!("{}\n\nSend it with `.send().await`, or just `.await`.", request.docs());
    let wrapper = request.wrapper(&attributes(&docs));
    let marker = request.marker();
    let (own, own_types): (Vec<_>, Vec<_>) = request.own_parameters().into_iter().unzip();
    let fields = request.query_fields();
    let names: Vec<_> = request.settable().iter().map(|parameter| naming::field(&parameter.name)).collect();
    let required = request.required();
    let required_names: Vec<_> = required.iter().map(|property| naming::field(&property.name)).collect();
    let required_types = required.iter().map(|property| argument(&property.shape).0);
    let (body_field, body_value) = match &request.model.body {
        Some(body) => {
            let body = naming::ident(body);
            let value = if required.is_empty() {
                quote!(body: types::#body::default(),)
            } else if request.body().is_some_and(Kind::is_built_by_name) {
                quote!(body: types::#body::default()#(.#required_names(#required_names))*,)
            } else {
                quote!(body: types::#body::new(#(#required_names),*),)
            };
            (Some(quote!(body: types::#body,)), Some(value))
        }
        None => (None, None),
    };
    let (output, call) = match &request.model.success {
        Success::One(name) | Success::List(name) => {
            (rust_type(&Shape::Named(name.clone())), quote!(call::value))
        }
        Success::Nothing => (quote!(()), quote!(call::empty)),
    };
    let (if_changed, core_if_changed) = if_changed(request, &output).unzip();
    let setters: Vec<_> = request.query_setters().into_iter().chain(request.body_setters()).collect();
    let public = setters.iter().map(|setter| &setter.public);
    let core = setters.iter().map(|setter| &setter.core);
    let (of_some, core_of_some) = request.setters_of_some();
    let scoped = of_some.into_iter().map(|(root, setters)| {
        let scope = naming::ident(root.type_name());
        quote!(impl #name<#scope> { #setters })
    });
    let operation = request.operation();
    let (check, checked) = request.check();
    let build = request.build(checked);
    quote! {
        #wrapper

        impl #generics #name #generics {
            pub(crate) fn new(
                scope: #scope
                #(, #own: #own_types)*
                #(, #required_names: #required_types)*
            ) -> Self {
                let inner = Inner {
                    scope,
                    #(#own,)*
                    #(#names: Default::default(),)*
                    #body_value
                };
                Self { inner #marker }
            }

            #(#public)*

            /// Sends the request.
            ///
            /// # Errors
            ///
            /// Every kind of [`Error`]; see [`Error::is_retryable`].
            pub fn send(self) -> BoxFuture<'static, Result<#output, Error>> {
                self.inner.send()
            }

            #if_changed
        }

        #(#scoped)*

        impl #generics IntoFuture for #name #generics {
            type Output = Result<#output, Error>;
            type IntoFuture = BoxFuture<'static, Self::Output>;

            fn into_future(self) -> Self::IntoFuture {
                self.inner.send()
            }
        }

        #[derive(Clone, Debug)]
        pub(crate) struct Inner {
            scope: #scope,
            #(#own: #own_types,)*
            #(#fields)*
            #body_field
        }

        impl Inner {
            #(#core)*

            #(#core_of_some)*

            fn send(self) -> BoxFuture<'static, Result<#output, Error>> {
                let (client, operation) = (self.scope.client().clone(), self.operation());
                let request = self.build();
                Box::pin(async move { #call(&client, operation, request).await })
            }

            #core_if_changed

            #operation

            /// Checks the arguments, and builds the request.
            fn build(&self) -> Result<reqwest::Request, Error> {
                #build
            }

            #check
        }
    }
}

/// The conditional request, and the method of the core behind it, where a value is read.
fn if_changed(request: &RequestType, output: &TokenStream) -> Option<(TokenStream, TokenStream)> {
    if request.model.method != "get" || request.model.success == Success::Nothing {
        return None;
    }
    let public = quote! {
        /// Sends the request under the condition that the value changed since `known` was returned.
        ///
        /// Without a validator, the value is returned in any case, with the validator for the next
        /// time. With one, the cache is bypassed.
        ///
        /// # Errors
        ///
        /// Every kind of [`Error`].
        pub fn send_if_changed(
            self,
            known: Option<&ETag>,
        ) -> BoxFuture<'static, Result<IfChanged<#output>, Error>> {
            self.inner.send_if_changed(known.cloned())
        }
    };
    let core = quote! {
        fn send_if_changed(
            self,
            known: Option<ETag>,
        ) -> BoxFuture<'static, Result<IfChanged<#output>, Error>> {
            let (client, operation) = (self.scope.client().clone(), self.operation());
            let request = self.build();
            Box::pin(async move { conditional::value(&client, operation, request, known).await })
        }
    };
    Some((public, core))
}
