//! Setters: one for each query parameter, and one or two for each property of a body.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::{Request, rust_type};
use crate::doc_comment::attributes;
use crate::naming;
use crate::read::{Bounds, PAGING, Parameter, Property, Shape};

impl Request<'_> {
    /// The query parameters that a caller may set; the pager sets the others.
    pub(super) fn settable(&self) -> impl Iterator<Item = &Parameter> {
        let paged = self.operation.pagination.is_some();
        let is_paging = |parameter: &&Parameter| PAGING.contains(&parameter.name.as_str());
        self.operation.query.iter().filter(move |parameter| !(paged && is_paging(parameter)))
    }

    /// The fields that hold them: name and type.
    pub(super) fn query_fields(&self) -> impl Iterator<Item = (Ident, TokenStream)> {
        self.settable().map(|parameter| {
            let ty = rust_type(&parameter.shape);
            let ty = if matches!(parameter.shape, Shape::List(_)) { ty } else { quote!(Option<#ty>) };
            (naming::field(&parameter.name), ty)
        })
    }

    pub(super) fn query_setters(&self) -> Vec<TokenStream> {
        self.settable()
            .map(|parameter| {
                let name = naming::field(&parameter.name);
                let docs = attributes(&documented(&parameter.description, &parameter.bounds));
                match &parameter.shape {
                    Shape::List(items) => {
                        let (item, convert) = argument(items);
                        let convert = convert.map(|convert| quote!(.map(#convert)));
                        quote! {
                            #docs
                            ///
                            /// Any number of values, as an array or a `Vec`; none at all is as if it were not set.
                            pub fn #name(mut self, #name: impl IntoIterator<Item = #item>) -> Self {
                                self.#name = #name.into_iter() #convert .collect();
                                self
                            }
                        }
                    }
                    shape => setter(&docs, &name, shape, &quote!(self.#name), false),
                }
            })
            .collect()
    }

    /// Setters of the optional properties; the required ones are arguments of `new`.
    pub(super) fn body_setters(&self) -> Vec<TokenStream> {
        self.properties().iter().filter(|property| !property.required).map(body_setter).collect()
    }
}

fn body_setter(property: &Property) -> TokenStream {
    let name = naming::field(&property.name);
    let place = quote!(self.body.#name);
    let docs = attributes(&documented(&property.description, &property.bounds));
    match &property.shape {
        Shape::List(items) => {
            let (item, convert) = argument(items);
            let convert = convert.map(|convert| quote!(.map(#convert)));
            quote! {
                #docs
                ///
                /// Any number of values, as an array or a `Vec`; none at all is as if it were not set.
                pub fn #name(mut self, #name: impl IntoIterator<Item = #item>) -> Self {
                    #place = #name.into_iter() #convert .collect();
                    self
                }
            }
        }
        shape if property.nullable => {
            let set = setter(&docs, &name, shape, &place, true);
            let clear = format_ident!("clear_{name}");
            let doc = format!(" Sends null for `{}`, which clears it.", property.name);
            quote! {
                #set

                #[doc = #doc]
                pub fn #clear(mut self) -> Self {
                    #place = Some(None);
                    self
                }
            }
        }
        shape => setter(&docs, &name, shape, &place, false),
    }
}

fn setter(
    docs: &TokenStream,
    name: &Ident,
    shape: &Shape,
    place: &TokenStream,
    three_state: bool,
) -> TokenStream {
    let (argument, convert) = argument(shape);
    let value = match convert {
        Some(_) => quote!(#name.into()),
        None => quote!(#name),
    };
    let value = if three_state { quote!(Some(Some(#value))) } else { quote!(Some(#value)) };
    quote! {
        #docs
        pub fn #name(mut self, #name: #argument) -> Self {
            #place = #value;
            self
        }
    }
}

/// The type that a setter takes, and how it becomes the one that is stored.
pub(super) fn argument(shape: &Shape) -> (TokenStream, Option<TokenStream>) {
    match shape {
        Shape::Text => (quote!(impl Into<String>), Some(quote!(Into::into))),
        shape => (rust_type(shape), None),
    }
}

/// The description, with the limits that are checked before anything is sent.
fn documented(description: &str, bounds: &Bounds) -> String {
    let limits = match *bounds {
        Bounds { minimum: Some(low), maximum: Some(high), .. } => format!("From {low} to {high}."),
        Bounds { minimum: Some(low), maximum: None, .. } if low > 0 => format!("At least {low}."),
        Bounds { maximum: Some(high), .. } => format!("At most {high}."),
        Bounds { min_length: Some(low), max_length: Some(high), .. } if low == high => {
            format!("Exactly {low} characters.")
        }
        Bounds { max_length: Some(high), .. } => format!("At most {high} characters."),
        _ => return description.to_owned(),
    };
    format!("{description}\n\n{limits} Checked before sending.")
}
